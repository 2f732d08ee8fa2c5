using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>The parts of an upload: <c>profile</c> (a name, or the JSON itself), <c>file</c>, <c>details</c>, <c>dryRun</c>.</summary>
internal sealed class ImportUpload
{
    private const int MostTextBytes = 256 * 1024;

    private static readonly Phrase NotReadable = new("The multipart body cannot be read: it is cut off or malformed.", "无法读取 multipart 请求体：内容不完整或格式错误。");
    private static readonly Phrase UnknownPart = new("Known parts are profile, file, details and dryRun, each once.", "可用的部分：profile、file、details、dryRun，每个最多一次。");
    private static readonly Phrase Missing = new("This part is required.", "缺少该部分。");
    private static readonly Phrase TextTooLong = new("At most {0} bytes.", "最多 {0} 字节。");
    private static readonly Phrase NotAFlag = new("true or false.", "应为 true 或 false。");

    public StoredFile? File { get; private set; }

    public StoredFile? Details { get; private set; }

    public string? Profile { get; private set; }

    /// <summary>True unless the upload says false: nothing is changed by mistake.</summary>
    public bool IsDryRun { get; private set; } = true;

    public IReadOnlyList<Guid> Files => [.. new[] { File, Details }.OfType<StoredFile>().Select(f => f.Id)];

    /// <summary>The profile itself when it came with the upload; null when <see cref="Profile"/> is a name.</summary>
    public ImportProfile? Inline()
    {
        if (Profile?.TrimStart().StartsWith('{') != true) return null;
        try
        {
            using var document = JsonDocument.Parse(Profile, CrmJson.DocumentOptions);
            return JsonErrors.Read<ImportProfile>(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidInput(JsonErrors.From(e));
        }
    }

    /// <summary>Reads the parts as they come; files go straight to where files are kept.</summary>
    public async Task Read(HttpRequest request, string module, StoredFiles files, long mostBytes, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 200 } boundary)
        {
            throw new BadHttpRequestException("The body must be multipart/form-data with a boundary.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            var reader = new MultipartReader(boundary, request.Body) { BodyLengthLimit = null };
            var seen = new HashSet<string>(StringComparer.Ordinal);
            while (await reader.ReadNextSectionAsync(ct) is { } section)
            {
                var name = NameOf(section);
                if (!seen.Add(name)) throw new InvalidInput(name, UnknownPart);
                await Read(name, section, module, files, mostBytes, ct);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new InvalidInput("", NotReadable);
        }

        if (File is null) throw new InvalidInput("file", Missing);
        if (Profile is null) throw new InvalidInput("profile", Missing);
    }

    private async Task Read(string name, MultipartSection section, string module, StoredFiles files, long mostBytes, CancellationToken ct)
    {
        switch (name)
        {
            case "file":
                File = await Keep(section, module, files, mostBytes, ct);
                break;
            case "details":
                Details = await Keep(section, module, files, mostBytes, ct);
                break;
            case "profile":
                Profile = await Text(name, section, ct);
                break;
            case "dryRun":
                IsDryRun = bool.TryParse(await Text(name, section, ct), out var flag) ? flag : throw new InvalidInput(name, NotAFlag);
                break;
            default:
                throw new InvalidInput(FaultValues.Shorten(name), UnknownPart);
        }
    }

    private static string NameOf(MultipartSection section) =>
        ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString()
            : throw new InvalidInput("", NotReadable);

    private static Task<StoredFile> Keep(MultipartSection section, string module, StoredFiles files, long mostBytes, CancellationToken ct)
    {
        var name = section.GetContentDispositionHeader() is { } disposition
            ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString()
            : null;
        return files.Save(module, new FileUpload(string.IsNullOrEmpty(name) ? "import.csv" : name, "text/csv"), section.Body, mostBytes, ct);
    }

    private static async Task<string> Text(string name, MultipartSection section, CancellationToken ct)
    {
        var bytes = new byte[MostTextBytes + 1];
        var read = await section.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return read <= MostTextBytes ? Encoding.UTF8.GetString(bytes, 0, read).Trim() : throw new InvalidInput(name, TextTooLong, MostTextBytes);
    }
}
