using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Api.Problems;

/// <summary>Answers every exception of a request as problem details. Only what nobody foresaw is logged as an error.</summary>
public sealed partial class RefusalHandler(ModuleCatalog catalog, ILogger<RefusalHandler> log) : IExceptionHandler
{
    public const string ContentType = "application/problem+json";

    private const string TraceId = "traceId";
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception failure, CancellationToken ct)
    {
        if (failure is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        var problem = http.RequestServices.GetRequiredService<ProblemMapper>().Of(failure, ExpectedBody(http));
        if (failure is VersionMismatch stale) await AddChanges(http, stale, problem, ct);
        if (failure is Unavailable away) LogAway(log, away.Message, away.GetBaseException().Message);
        else if (problem.Status >= StatusCodes.Status500InternalServerError) LogUnexpected(log, failure, http.Request.Method, http.Request.Path);
        if (ProblemMapper.RetryAfter(failure, problem) is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Write(http, problem, ct);
        return true;
    }

    public static Task Write(HttpContext http, ProblemDetails problem, CancellationToken ct)
    {
        problem.Instance = http.Request.Path;
        if (!problem.Extensions.TryGetValue(TraceId, out var trace) || trace is null) problem.Extensions[TraceId] = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        http.Response.StatusCode = problem.Status!.Value;
        return http.Response.WriteAsJsonAsync(problem, CrmJson.Options, ContentType, ct);
    }

    // The exception middleware has already taken the endpoint off the request.
    private static Type? ExpectedBody(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;

    private async Task AddChanges(HttpContext http, VersionMismatch stale, ProblemDetails problem, CancellationToken ct)
    {
        var segments = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var module = segments.Select(catalog.Find).FirstOrDefault(m => m is not null) ?? catalog.Find("platform");
        if (module?.Context is null) return;
        var db = http.RequestServices.ContextOf(module);
        problem.Extensions["currentVersion"] = stale.Actual;
        problem.Extensions["changed"] = await http.RequestServices.GetRequiredService<ChangesSince>().Read(db, stale, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Reason} {Cause}")]
    private static partial void LogAway(ILogger log, string reason, string cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogUnexpected(ILogger log, Exception failure, string method, string path);
}
