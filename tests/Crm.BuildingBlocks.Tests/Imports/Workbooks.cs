using System.IO.Compression;
using System.Text;

namespace Crm.BuildingBlocks.Tests.Imports;

/// <summary>Workbooks made by hand, also such as no program would write.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Style 1 is a date, 2 a date of an own format, 3 a time.</summary>
    public const string Styles = $"""
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-409]dd/mm/yyyy;@"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>
        """;

    /// <param name="rows">Content of <c>sheetData</c>.</param>
    /// <param name="shared">Content of the list of shared texts.</param>
    /// <param name="properties">Of the workbook.</param>
    /// <param name="second">Rows of a second sheet, called "Other".</param>
    public static byte[] Of(string rows, string shared = "", string properties = "", string second = "") => Zip(
        ("_rels/.rels", $"""<Relationships xmlns="{Relations}"><Relationship Id="r" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{properties}<sheets><sheet name="Data" sheetId="1" r:id="r1"/><sheet name="Other" sheetId="2" r:id="r2"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{Relations}"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="{Office}/worksheet" Target="/xl/worksheets/sheet2.xml"/>
            <Relationship Id="r3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r4" Type="{Office}/styles" Target="styles.xml"/></Relationships>
            """),
        ("xl/styles.xml", Styles),
        ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{shared}</sst>"""),
        ("xl/worksheets/sheet1.xml", Sheet(rows)),
        ("xl/worksheets/sheet2.xml", Sheet(second)));

    /// <summary>A row of inline texts.</summary>
    public static string Texts(params string[] texts) => $"<row>{string.Concat(texts.Select(t => $"""<c t="inlineStr"><is><t xml:space="preserve">{t}</t></is></c>"""))}</row>";

    public static string Sheet(string rows) => $"""<?xml version="1.0"?><worksheet xmlns="{Main}"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>""";

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }
}
