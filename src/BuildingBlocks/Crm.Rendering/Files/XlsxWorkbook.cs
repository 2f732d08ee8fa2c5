using System.IO.Compression;
using System.Text;
using System.Xml;
using Crm.BuildingBlocks;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Crm.Rendering.Files;

/// <summary>The parts of a workbook, written one after the other into a ZIP that is never read back.</summary>
/// <remarks>
/// The SDK's own SpreadsheetDocument insists on a readable package, and a readable ZIP keeps every part in memory until it is closed. So only the
/// SDK's elements and writer are used, and the two small files that tie the parts together are written here.
/// </remarks>
internal sealed class XlsxWorkbook(Stream destination) : IDisposable
{
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string OfficeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string SpreadsheetPart = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private readonly ZipArchive _zip = new(destination, ZipArchiveMode.Create, leaveOpen: true);
    private readonly XlsxStyles _styles = new();
    private readonly SheetNames _names = new();
    private readonly List<string> _sheets = [];

    /// <summary>Only one sheet may be open at a time.</summary>
    public XlsxSheet BeginSheet(Phrase title, SheetColumns columns, ReaderFormat reader)
    {
        _sheets.Add(_names.Next(reader.Text(title)));
        return new XlsxSheet(CreatePart($"xl/worksheets/sheet{_sheets.Count}.xml"), columns, _styles, reader);
    }

    /// <summary>Writes what could not be known before the sheets: their list and the styles they use.</summary>
    public void Complete()
    {
        if (_sheets.Count == 0)
            throw new InvalidOperationException("A workbook has at least one sheet.");

        Write("xl/styles.xml", _styles.ToStylesheet());
        Write("xl/workbook.xml", ToWorkbook());
        WriteXml("xl/_rels/workbook.xml.rels", "Relationships", PackageRelations, xml =>
        {
            for (var i = 1; i <= _sheets.Count; i++)
                Relation(xml, $"rId{i}", "worksheet", $"worksheets/sheet{i}.xml");
            Relation(xml, "rIdStyles", "styles", "styles.xml");
        });
        WriteXml("_rels/.rels", "Relationships", PackageRelations, xml => Relation(xml, "rId1", "officeDocument", "xl/workbook.xml"));
        WriteXml("[Content_Types].xml", "Types", ContentTypes, WriteContentTypes);
    }

    public void Dispose() => _zip.Dispose();

    private Workbook ToWorkbook()
    {
        var sheets = _sheets.Select((name, i) => new Sheet { Name = name, SheetId = (uint)(i + 1), Id = $"rId{i + 1}" });
        var repeatedHeaders = _sheets.Select((name, i) => new DefinedName($"'{name.Replace("'", "''", StringComparison.Ordinal)}'!$1:$1")
        {
            Name = "_xlnm.Print_Titles",
            LocalSheetId = (uint)i,
        });
        var workbook = new Workbook(new Sheets(sheets), new DefinedNames(repeatedHeaders));
        workbook.AddNamespaceDeclaration("r", OfficeRelations);
        return workbook;
    }

    private void WriteContentTypes(XmlWriter xml)
    {
        Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Override("/xl/workbook.xml", "sheet.main+xml");
        Override("/xl/styles.xml", "styles+xml");
        for (var i = 1; i <= _sheets.Count; i++)
            Override($"/xl/worksheets/sheet{i}.xml", "worksheet+xml");

        void Override(string part, string type) => Element(xml, "Override", ("PartName", part), ("ContentType", SpreadsheetPart + type));
    }

    private static void Relation(XmlWriter xml, string id, string type, string target) =>
        Element(xml, "Relationship", ("Id", id), ("Type", $"{OfficeRelations}/{type}"), ("Target", target));

    private static void Element(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name);
        foreach (var attribute in attributes)
            xml.WriteAttributeString(attribute.Name, attribute.Value);
        xml.WriteEndElement();
    }

    private Stream CreatePart(string path) => _zip.CreateEntry(path, CompressionLevel.Fastest).Open();

    private void Write(string path, OpenXmlElement root)
    {
        using var part = CreatePart(path);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartDocument(standalone: true);
        writer.WriteElement(root);
    }

    private void WriteXml(string path, string root, string xmlNamespace, Action<XmlWriter> content)
    {
        using var part = CreatePart(path);
        using var xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement(root, xmlNamespace);
        content(xml);
        xml.WriteEndElement();
    }
}
