using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>The parts of an upload: <c>profile</c> (a name, or the JSON itself), <c>file</c>, <c>details</c>, <c>dryRun</c>.</summary>
internal sealed class ImportUpload
{
    private const int MostTextBytes = 256 * 1024;

    private static readonly Phrase UnknownPart = new("Known parts are profile, file, details and dryRun, each once.", "可用的部分：profile、file、details、dryRun，每个最多一次。");
    private static readonly Phrase Missing = new("This part is required.", "缺少该部分。");
    private static readonly Phrase ProfileFirst = new("This part comes before the files.", "该部分应位于文件之前。");
    private static readonly Phrase TextTooLong = new("At most {0} bytes.", "最多 {0} 字节。");
    private static readonly Phrase NotAFlag = new("true or false.", "应为 true 或 false。");

    public StoredFile? File { get; private set; }

    public StoredFile? Details { get; private set; }

    public string? Profile { get; private set; }

    /// <summary>True unless the upload says false: nothing is changed by mistake.</summary>
    public bool IsDryRun { get; private set; } = true;

    public IReadOnlyList<Guid> Files => [.. new[] { File, Details }.OfType<StoredFile>().Select(f => f.Id)];

    public bool IsInline => Profile?.TrimStart().StartsWith('{') == true;

    /// <summary>The profile itself when it came with the upload; null when <see cref="Profile"/> is a name.</summary>
    public ImportProfile? Inline()
    {
        if (!IsInline) return null;
        try
        {
            using var document = JsonDocument.Parse(Profile!, CrmJson.DocumentOptions);
            return JsonErrors.Read<ImportProfile>(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InvalidInput(JsonErrors.From(e));
        }
    }

    /// <summary>Reads the parts as they come; files go straight to where files are kept.</summary>
    /// <param name="request">With a multipart body.</param>
    /// <param name="command">Whose key stands for the body afterwards.</param>
    /// <param name="store">Keeps a file. The profile is known by then.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Read(HttpRequest request, CommandContext command, Func<FileUpload, Stream, CancellationToken, Task<StoredFile>> store, CancellationToken ct)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var part in MultipartParts.Of(request, command, ct))
        {
            if (!seen.Add(part.Name)) throw new InvalidInput(part.Name, UnknownPart);
            await Read(part, store, ct);
        }

        if (File is null) throw new InvalidInput("file", Missing);
    }

    private async Task Read(MultipartPart part, Func<FileUpload, Stream, CancellationToken, Task<StoredFile>> store, CancellationToken ct)
    {
        switch (part.Name)
        {
            case "file":
                File = await Keep(part, store, ct);
                break;
            case "details":
                Details = await Keep(part, store, ct);
                break;
            case "profile":
                Profile = await Text(part, ct);
                break;
            case "dryRun":
                IsDryRun = bool.TryParse(await Text(part, ct), out var flag) ? flag : throw new InvalidInput(part.Name, NotAFlag);
                break;
            default:
                throw new InvalidInput(FaultValues.Shorten(part.Name), UnknownPart);
        }
    }

    private Task<StoredFile> Keep(MultipartPart part, Func<FileUpload, Stream, CancellationToken, Task<StoredFile>> store, CancellationToken ct)
    {
        if (Profile is null) throw new InvalidInput("profile", ProfileFirst);
        return store(new FileUpload(string.IsNullOrEmpty(part.FileName) ? "import.csv" : part.FileName, "text/csv"), part.Body, ct);
    }

    public static async Task<string> Text(MultipartPart part, CancellationToken ct)
    {
        var bytes = new byte[MostTextBytes + 1];
        var read = await part.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
        return read <= MostTextBytes ? Encoding.UTF8.GetString(bytes, 0, read).Trim() : throw new InvalidInput(part.Name, TextTooLong, MostTextBytes);
    }
}
