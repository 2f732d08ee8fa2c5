using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Imports.Sources;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Imports.Guessing;

/// <summary>Reads the beginning of a file and proposes a profile for it. Nothing of the file is kept.</summary>
internal sealed class GuessDesk(IServiceProvider services, ModuleCatalog modules, CommandContext command, StoredFiles files, ImportProfiles profiles, IOptions<ImportOptions> options)
{
    private const int Sampled = 500;

    /// <summary>In characters: enough to tell what a column holds, however long its records are.</summary>
    private const int MostSampled = 2 * 1024 * 1024;

    private static readonly Phrase UnknownTarget = new("Known targets are: {0}.", "可用的目标：{0}。");
    private static readonly Phrase UnknownPart = new("Known parts are target, then file, each once.", "可用的部分：target、file，依次各一次。");
    private static readonly Phrase Missing = new("This part is required.", "缺少该部分。");

    public async Task<ImportGuess> Guess(string module, HttpRequest request, CancellationToken ct)
    {
        ImportDescription? target = null;
        StoredFile? file = null;
        try
        {
            await foreach (var part in MultipartParts.Of(request, command, ct))
            {
                if (part.Name == "target" && target is null) target = Permitted(module, await ImportUpload.Text(part, ct));
                else if (part.Name == "file" && target is not null && file is null)
                    file = await files.Save(module, new FileUpload(string.IsNullOrEmpty(part.FileName) ? "import.csv" : part.FileName, "application/octet-stream"), part.Body, options.Value.MostBytes, ct);
                else throw new InvalidInput(FaultValues.Shorten(part.Name), UnknownPart);
            }

            if (file is null) throw new InvalidInput(target is null ? "target" : "file", Missing);
            return await Guess(module, target!, file, ct);
        }
        finally
        {
            if (file is not null) await files.Discard(module, [file.Id]);
        }
    }

    private ImportDescription Permitted(string module, string name)
    {
        var targets = modules.Find(module)!.Imports;
        var target = targets.Find(t => t.Target == name) ?? throw new InvalidInput("target", UnknownTarget, string.Join(", ", targets.Select(t => t.Target)));
        profiles.Demand(target);
        return target;
    }

    private async Task<ImportGuess> Guess(string module, ImportDescription target, StoredFile file, CancellationToken ct)
    {
        var format = await FormatOf(module, file, ct);
        await using var source = await RowSources.Open(await files.Open(module, file, ct), file.Name, format, options.Value, ct);
        var headers = source.Headers.Select(h => h.Trim()).ToList();
        // A name that comes twice cannot be told from the other by any profile.
        var usable = headers.GroupBy(h => h).Where(h => h.Key.Length > 0 && h.Count() == 1).Select(h => h.Key).ToList();
        source.Want([.. usable.Select(h => new WantedColumn(h, ".", null))]);
        var values = usable.ConvertAll(_ => new List<string>());
        var left = MostSampled;
        for (var i = 0; i < Sampled && left > 0 && await source.Next(ct) is { } line; i++)
        {
            left -= line.Length;
            for (var c = 0; c < line.Texts.Length; c++)
            {
                if (line.Texts[c].Trim() is { Length: > 0 } text) values[c].Add(text);
            }
        }

        return MappingGuess.Of(target.Target, await target.ShapeNow(services, ct), format, usable, values.ConvertAll(v => new ColumnContent(v)));
    }

    private async Task<ImportFormat> FormatOf(string module, StoredFile file, CancellationToken ct)
    {
        await using var content = await files.Open(module, file, ct);
        var start = new byte[FileGuess.Looked];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, ct);
        return RowSources.IsWorkbook(start.AsSpan(0, read)) ? new ImportFormat() : FileGuess.FormatOf(start.AsSpan(0, read));
    }
}
