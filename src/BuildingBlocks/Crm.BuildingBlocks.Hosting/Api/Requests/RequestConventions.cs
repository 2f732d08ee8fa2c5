using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Crm.BuildingBlocks.Hosting.Api.Requests;

/// <summary>
/// Reads the two headers that make writing safe: If-Match, required wherever a record is replaced, patched or deleted, and
/// Idempotency-Key on every POST. Runs after access has been decided, so that strangers learn nothing from it.
/// </summary>
public sealed class RequestConventions(RequestDelegate next)
{
    public const string IdempotencyHeader = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int LongestKey = 200;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    private static readonly Phrase OneTag = new("Exactly one entity tag is expected.", "应只包含一个实体标签。");
    private static readonly Phrase BadKey = new("1 to {0} printable ASCII characters are expected.", "应为 1 到 {0} 个可打印 ASCII 字符。");

    public async Task Invoke(HttpContext http, CommandContext command, CallerContext caller)
    {
        CultureInfo.CurrentUICulture = caller.Language == Language.Chinese ? Chinese : English;
        // Not what routing puts there itself to answer 405 and 415.
        if (http.GetEndpoint() is RouteEndpoint endpoint)
        {
            CheckQuery(http.Request.Query);
            ReadIfMatch(http.Request, endpoint, command);
            if (HttpMethods.IsPost(http.Request.Method)) await ReadIdempotencyKey(http, endpoint, command);
        }

        await next(http);
    }

    /// <summary>As in bodies, no text may contain NUL: a server refuses to compare with it.</summary>
    private static void CheckQuery(IQueryCollection query)
    {
        foreach (var (name, values) in query)
        {
            if (name.Contains('\0') || values.Any(v => v?.Contains('\0') == true)) throw new InvalidInput(name.Replace("\0", "", StringComparison.Ordinal), JsonPhrases.IllFormedText);
        }
    }

    private static void ReadIfMatch(HttpRequest request, Endpoint endpoint, CommandContext command)
    {
        var versions = ETags.IfMatch(request);
        if (versions.Count > 1) throw new InvalidInput("If-Match", OneTag);
        if (versions.Count == 1) command.ExpectedVersion = versions[0];
        else if (Replaces(request.Method) && endpoint.Metadata.GetMetadata<IfMatchOptional>() is null) throw new PreconditionRequired();
    }

    private static bool Replaces(string method) => HttpMethods.IsPut(method) || HttpMethods.IsPatch(method) || HttpMethods.IsDelete(method);

    private static async Task ReadIdempotencyKey(HttpContext http, Endpoint endpoint, CommandContext command)
    {
        var header = http.Request.Headers[IdempotencyHeader];
        if (header.Count == 0) return;
        var key = header.ToString();
        if (header.Count > 1 || key.Length is 0 or > LongestKey || key.Any(c => c is < ' ' or > '~'))
            throw new InvalidInput(IdempotencyHeader, BadKey, LongestKey);
        // An upload is hashed by whoever takes it in, part by part, on its way to where files are kept encrypted.
        var body = endpoint.Metadata.GetMetadata<TakesUpload>() is null ? await Held(http.Request, http.RequestAborted) : ReadOnlyMemory<byte>.Empty;
        command.IdempotencyKey = new IdempotencyKey(key, HashOf(http.Request, body));
        http.Response.OnStarting(() =>
        {
            if (command.WasReplayed) http.Response.Headers[ReplayedHeader] = "true";
            return Task.CompletedTask;
        });
    }

    // In memory, where it ends up anyway when it is read as JSON, and never in a temporary file: it may hold personal data.
    private static async Task<ReadOnlyMemory<byte>> Held(HttpRequest request, CancellationToken ct)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        body.Position = 0;
        request.Body = body;
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static string HashOf(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        hash.AppendData(body.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>Endpoint metadata: this PUT, PATCH or DELETE needs no If-Match, because it creates or does not depend on a version.</summary>
public sealed record IfMatchOptional;

public static class RequestConventionExtensions
{
    /// <inheritdoc cref="IfMatchOptional"/>
    public static TBuilder WithoutIfMatch<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new IfMatchOptional());
}
