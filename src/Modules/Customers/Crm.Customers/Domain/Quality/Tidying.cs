using System.Globalization;
using System.Text;

namespace Crm.Customers.Domain.Quality;

/// <summary>Texts as they should have been written: letters of one width, one space between words, names of people with capitals where they belong.</summary>
internal static class Tidying
{
    public static string Spaces(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text.Trim())
        {
            // Letters, digits and signs of full width, as Chinese keyboards give them.
            var plain = c is >= '\uFF01' and <= '\uFF5E' && !IsChineseSign(c) ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;
            if (!char.IsWhiteSpace(plain)) tidy.Append(plain);
            else if (tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(' ');
        }

        return tidy.ToString().TrimEnd();
    }

    /// <summary>Only where all of it is in capitals, or none: whoever writes McDonald means it.</summary>
    public static string PersonName(string text)
    {
        var tidy = Spaces(text);
        if (tidy.Any(c => c > 0x024F) || !tidy.Any(char.IsLetter)) return tidy;
        var isShouted = tidy.Length > 3 && tidy == tidy.ToUpperInvariant();
        return isShouted || tidy == tidy.ToLowerInvariant() ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(tidy.ToLowerInvariant()) : tidy;
    }

    private static bool IsChineseSign(char c) => c is '（' or '）' or '，' or '；' or '：' or '！' or '？';
}
