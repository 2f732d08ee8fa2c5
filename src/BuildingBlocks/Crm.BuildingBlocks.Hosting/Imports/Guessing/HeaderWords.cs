using System.Globalization;
using System.Text;

namespace Crm.BuildingBlocks.Hosting.Imports.Guessing;

/// <summary>Headers as words, so that <c>Billing_Street</c>, <c>billingStreet</c> and <c>BILLING STREET</c> are the same.</summary>
internal static class HeaderWords
{
    /// <summary>How well a header names a field: 1 when it is its name or one of its synonyms, less when its words are among more words.</summary>
    public static double Likeness(string header, FieldShape field)
    {
        var said = WordsOf(header);
        return said.Length == 0 ? 0 : field.Names.Max(name => Likeness(said, name));
    }

    public static string WordsOf(string text)
    {
        var words = new StringBuilder();
        var before = ' ';
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsLetterOrDigit(c)) words.Append(' ');
            else
            {
                if (char.IsUpper(c) && char.IsLower(before)) words.Append(' ');
                words.Append(c == 'ß' ? "ss" : char.ToLowerInvariant(c).ToString());
            }

            before = c;
        }

        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static double Likeness(string said, string name)
    {
        if (said == name || said.Replace(" ", "") == name.Replace(" ", "")) return 1;
        var (ofHeader, ofName) = (said.Split(' '), name.Split(' '));
        var shared = ofName.Count(ofHeader.Contains);
        if (shared == ofName.Length) return 0.55 + (0.25 * shared / ofHeader.Length);
        // Chinese is written without spaces.
        return name.Length >= 2 && name.Any(c => c > 0x2E80) && said.Contains(name, StringComparison.Ordinal) ? 0.6 : 0;
    }
}
