using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>What is read from the XML of any part of a workbook.</summary>
internal static partial class WorkbookXml
{
    /// <summary>Elements inside each other: a sheet has half a dozen.</summary>
    private const int Deepest = 64;

    public static async Task<bool> Next(this XmlReader xml)
    {
        if (!await xml.ReadAsync()) return false;
        return xml.Depth <= Deepest ? true : throw new WorkbookTooLarge();
    }

    public static bool IsAt(this XmlReader xml, string element) => xml.NodeType == XmlNodeType.Element && xml.LocalName == element;

    public static bool IsAfter(this XmlReader xml, string element) => xml.NodeType == XmlNodeType.EndElement && xml.LocalName == element;

    /// <summary>An attribute with a namespace, by its local name.</summary>
    public static string? AttributeOf(this XmlReader xml, string name)
    {
        string? value = null;
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name && xml.Prefix.Length > 0) value = xml.Value;
        }

        xml.MoveToElement();
        return value;
    }

    /// <summary>The text of the present element, which is left behind. How a word is spoken (furigana) is no part of it.</summary>
    /// <param name="xml">At the element.</param>
    /// <param name="most">Characters of it. It may consist of any number of runs, so that no bound of a single one holds for all.</param>
    /// <exception cref="WorkbookTooLarge">It is longer.</exception>
    public static async Task<string> Text(this XmlReader xml, long most)
    {
        if (xml.IsEmptyElement) return "";
        var (depth, isPlain) = (xml.Depth, xml.LocalName == "v");
        var text = new StringBuilder();
        var (isTaken, spokenAt) = (isPlain, int.MaxValue);
        while (await xml.Next() && xml.Depth > depth)
        {
            if (xml.Depth <= spokenAt && xml.NodeType == XmlNodeType.EndElement) spokenAt = int.MaxValue;
            if (xml.IsAt("rPh") && !xml.IsEmptyElement) spokenAt = xml.Depth;
            else if (xml.IsAt("t")) isTaken = !xml.IsEmptyElement && spokenAt == int.MaxValue;
            else if (!isPlain && xml.IsAfter("t")) isTaken = false;
            else if (isTaken && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text.Append(await xml.GetValueAsync());
            if (text.Length > most) throw new WorkbookTooLarge();
        }

        return text.Length > 6 && text.ToString() is var raw && raw.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(raw, Unescape) : text.ToString();
    }

    // Characters that XML cannot hold are written as _x000D_.
    private static string Unescape(Match escaped) => ((char)Convert.ToInt32(escaped.Groups[1].Value, 16)).ToString();

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
