using System.Globalization;
using System.Text;

namespace Crm.Customers.Domain;

/// <summary>Makes texts comparable that people take for the same: case, accents, width and runs of spaces are folded away.</summary>
internal static class Folding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
                continue;
            }

            folded.Append(c == 'ß' ? "ss" : char.ToLowerInvariant(c).ToString());
        }

        return folded.ToString().TrimEnd();
    }
}
