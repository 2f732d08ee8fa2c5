using System.Globalization;
using System.Xml;

namespace Crm.BuildingBlocks.Hosting.Imports.Sources;

/// <summary>Which cells show their number as a date, and which date that is.</summary>
internal sealed class CellDates(IReadOnlyList<DateShape> styles, bool is1904)
{
    public static readonly CellDates None = new([], is1904: false);

    private const int DaysTo1904 = 1462;

    /// <summary>Workbooks count a 29 February 1900 that never was: before it their days are one less than those of .NET.</summary>
    private const double FirstOfMarch1900 = 60;

    private const double Latest = 2_958_466;

    public DateShape ShapeOf(int style) => style >= 0 && style < styles.Count ? styles[style] : DateShape.None;

    /// <returns>Null for a number that is no day.</returns>
    public DateTime? DateOf(double days)
    {
        if (is1904) days += DaysTo1904;
        else if (days < FirstOfMarch1900) days++;
        if (!(days >= 0 && days < Latest)) return null;
        var at = DateTime.FromOADate(days);
        var second = (at.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond;
        // The last half second of the year 9999 has no second after it.
        return new DateTime(Math.Min(second, DateTime.MaxValue.Ticks));
    }

    public static async Task<CellDates> Read(XmlReader xml, bool is1904)
    {
        var own = new Dictionary<int, DateShape>();
        var styles = new List<DateShape>();
        var isInCells = false;
        while (await xml.Next())
        {
            if (xml.IsAt("numFmt")) own[Number(xml, "numFmtId")] = ShapeOf(xml.GetAttribute("formatCode") ?? "");
            else if (xml.IsAt("cellXfs")) isInCells = true;
            else if (xml.IsAfter("cellXfs")) isInCells = false;
            else if (isInCells && xml.IsAt("xf")) styles.Add(BuiltIn(Number(xml, "numFmtId"), own));
        }

        return new CellDates(styles, is1904);
    }

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    // The numbers are those of the standard; 27 to 36 and 50 to 58 are dates of East Asian editions.
    private static DateShape BuiltIn(int format, Dictionary<int, DateShape> own) => own.TryGetValue(format, out var shape) ? shape : format switch
    {
        14 or 15 or 16 or 17 or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => DateShape.Date,
        18 or 19 or 20 or 21 or 45 or 46 or 47 => DateShape.Time,
        _ => DateShape.None,
    };

    private static DateShape ShapeOf(string code)
    {
        var (isQuoted, isBracketed, hasTime) = (false, false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = char.ToLowerInvariant(code[i]);
            if (c == '"') isQuoted = !isQuoted;
            else if (isQuoted) continue;
            else if (c is '\\' or '_' or '*') i++;
            else if (c == '[') isBracketed = true;
            else if (c == ']') isBracketed = false;
            else if (isBracketed) hasTime |= c is 'h' or 's';
            else if (c is 'y' or 'd') return DateShape.Date;
            else if (c is 'h' or 's') hasTime = true;
            // The rest is for negative numbers and texts.
            else if (c == ';') break;
            else if (c == 'm' && !hasTime && !code.Contains('s', StringComparison.OrdinalIgnoreCase) && !code.Contains('h', StringComparison.OrdinalIgnoreCase)) return DateShape.Date;
        }

        return hasTime ? DateShape.Time : DateShape.None;
    }
}

/// <summary>What a cell shows of its number.</summary>
internal enum DateShape
{
    None,
    Date,
    Time,
}
