using System.Globalization;
using System.Text;

namespace Crm.Rendering.Charts;

/// <summary>How wide text is, estimated without a font: ideographs and kana take two columns, everything else one.</summary>
internal static class TextWidth
{
    private const double ColumnPerEm = 0.56;

    /// <summary>In columns of a fixed-width font.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            columns += Columns(rune);

        return columns;
    }

    /// <summary>In pixels, for a proportional font of the given size. An ideograph is exactly one em wide, other characters a little over half of one.</summary>
    public static double Pixels(string text, double fontSize)
    {
        var ems = 0.0;
        foreach (var rune in text.EnumerateRunes())
            ems += Columns(rune) == 2 ? 1 : Columns(rune) * ColumnPerEm;

        return ems * fontSize;
    }

    /// <summary>Cuts text with an ellipsis where it would be wider than so many pixels.</summary>
    public static string Fit(string text, double fontSize, double pixels) =>
        Pixels(text, fontSize) <= pixels ? text : Cut(text, pixels - fontSize, rune => Pixels(rune, fontSize));

    /// <summary>Cuts text with an ellipsis where it would be wider than so many columns.</summary>
    public static string FitColumns(string text, int columns) =>
        Columns(text) <= columns ? text : Cut(text, columns - 1, rune => Columns(rune));

    private static string Cut(string text, double room, Func<string, double> width)
    {
        var fitting = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var character = rune.ToString();
            room -= width(character);
            if (room < 0)
                break;
            fitting.Append(character);
        }

        return fitting.ToString().TrimEnd() + "…";
    }

    private static int Columns(Rune rune) => rune.Value switch
    {
        < 0x1100 => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1,
        <= 0x115F or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };
}
