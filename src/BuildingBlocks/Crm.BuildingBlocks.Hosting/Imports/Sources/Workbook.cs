using System.IO.Compression;
using System.Xml;

namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>The parts of an XLSX file (ISO/IEC 29500) that hold the rows of one sheet, found by their relationships and read as streams.</summary>
internal sealed class Workbook : IAsyncDisposable
{
    /// <summary>Parts that are read whole, all but shared texts and rows.</summary>
    private const long MostPartBytes = 32L * 1024 * 1024;

    private readonly ZipArchive _archive;
    private readonly ImportOptions _options;

    private Workbook(ZipArchive archive, ImportOptions options) => (_archive, _options) = (archive, options);

    public SharedTexts Texts { get; private set; } = SharedTexts.None;

    public CellDates Dates { get; private set; } = CellDates.None;

    private string SheetPart { get; set; } = "";

    /// <param name="content">Seekable; disposed with the workbook.</param>
    /// <param name="name">Of the file, for messages.</param>
    /// <param name="sheet">Name of the sheet; null: the first.</param>
    /// <param name="options">How much may be in it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Workbook> Open(Stream content, string name, string? sheet, ImportOptions options, CancellationToken ct)
    {
        Workbook? workbook = null;
        try
        {
            var tailed = await TailedStream.Over(content, ct);
            workbook = new Workbook(await ZipArchive.CreateAsync(tailed, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, ct), options);
            await workbook.Find(name, sheet, ct);
            return workbook;
        }
        catch
        {
            if (workbook is not null) await workbook.DisposeAsync();
            else await content.DisposeAsync();
            throw;
        }
    }

    public async Task<XmlReader> OpenSheet(CancellationToken ct) => await OpenPart(SheetPart, _options.MostExpandedBytes, ct) ?? throw new InvalidDataException("The sheet is missing.");

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    private async Task Find(string name, string? sheet, CancellationToken ct)
    {
        var main = (await Relations("", ct)).Find(r => r.IsOf("officeDocument"))?.Target ?? throw new InvalidDataException("There is no workbook in it.");
        var relations = await Relations(main, ct);
        var (sheets, is1904) = await Sheets(main, ct);
        var found = sheet is null ? sheets.FirstOrDefault() : sheets.Find(s => s.Name == sheet);
        if (found is null) throw ImportRules.SheetMissing.Broken(sheet ?? "", name, FaultValues.Shorten(string.Join(", ", sheets.Select(s => s.Name))));
        SheetPart = relations.Find(r => r.Id == found.Relation)?.Target ?? throw new InvalidDataException("The sheet is missing.");
        if (relations.Find(r => r.IsOf("sharedStrings")) is { } texts) await Read(texts.Target, _options.MostExpandedBytes, async xml => Texts = await SharedTexts.Read(xml, _options.MostSharedBytes), ct);
        Dates = new CellDates([], is1904);
        if (relations.Find(r => r.IsOf("styles")) is { } styles) await Read(styles.Target, MostPartBytes, async xml => Dates = await CellDates.Read(xml, is1904), ct);
    }

    private async Task<List<Relation>> Relations(string part, CancellationToken ct)
    {
        var (folder, file) = Split(part);
        var relations = new List<Relation>();
        await Read($"{folder}_rels/{file}.rels", MostPartBytes, async xml =>
        {
            while (await xml.Next())
            {
                if (!xml.IsAt("Relationship") || xml.GetAttribute("TargetMode") == "External") continue;
                relations.Add(new Relation(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, xml.GetAttribute("Target") ?? "")));
            }
        }, ct);
        return relations;
    }

    private async Task<(List<Sheet> Sheets, bool Is1904)> Sheets(string part, CancellationToken ct)
    {
        var sheets = new List<Sheet>();
        var is1904 = false;
        await Read(part, MostPartBytes, async xml =>
        {
            while (await xml.Next())
            {
                if (xml.IsAt("workbookPr")) is1904 = xml.GetAttribute("date1904") is "1" or "true";
                // The attribute's namespace differs between the strict and the common form of the format.
                if (xml.IsAt("sheet")) sheets.Add(new Sheet(xml.GetAttribute("name") ?? "", xml.AttributeOf("id") ?? ""));
            }
        }, ct);
        return (sheets, is1904);
    }

    private async Task Read(string part, long most, Func<XmlReader, Task> read, CancellationToken ct)
    {
        using var xml = await OpenPart(part, most, ct);
        if (xml is not null) await read(xml);
    }

    private async Task<XmlReader?> OpenPart(string part, long most, CancellationToken ct)
    {
        var entry = _archive.Entries.FirstOrDefault(e => string.Equals(e.FullName.Replace('\\', '/'), part, StringComparison.OrdinalIgnoreCase));
        if (entry is null) return null;
        var content = new BoundedStream(await entry.OpenAsync(ct), most, _options.MostRecordBytes);
        return XmlReader.Create(content, new XmlReaderSettings
        {
            Async = true,
            NameTable = new BoundedNames(),
            CloseInput = true,
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    private static (string Folder, string File) Split(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return (part[..slash], part[slash..]);
    }

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not (".." or ".")) steps.Add(step);
        }

        return string.Join('/', steps);
    }

    private sealed record Sheet(string Name, string Relation);

    private sealed record Relation(string Id, string Type, string Target)
    {
        public bool IsOf(string kind) => Type.EndsWith($"/{kind}", StringComparison.Ordinal);
    }
}
