using System.Globalization;
using System.Text;

namespace Crm.SalesOrders.Domain.Catalogue;

/// <summary>Makes what people write differently and mean alike the same text: case, accents, width, spaces and punctuation do not count.</summary>
internal static class CatalogueKeys
{
    /// <summary>In characters; the rest is left out, since folding can make a text longer.</summary>
    public const int Longest = 200;

    /// <summary>Letters and digits of a number, such as <c>AB12</c> of <c>ab-12</c>.</summary>
    public static string OfSku(string sku) => Folded(sku, between: "").ToUpperInvariant();

    /// <summary>The words of a name with one space between them.</summary>
    public static string OfName(string name) => Folded(name, between: " ");

    /// <summary>
    /// What a name says the thing is: its last word without a digit, as <c>tea</c> of <c>Green Tea 500g</c>; of a name without spaces in
    /// Chinese its last character. Empty where there is none.
    /// </summary>
    public static string HeadOf(string name)
    {
        var word = OfName(name).Split(' ').LastOrDefault(w => w.Length > 0 && !w.Any(char.IsDigit)) ?? "";
        return word.Length > 0 && IsIdeograph(word[^1]) ? word[^1..] : word;
    }

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static string Folded(string text, string between)
    {
        var folded = new StringBuilder(text.Length);
        var isGap = false;
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
            {
                isGap = folded.Length > 0;
                continue;
            }

            if (folded.Length + between.Length >= Longest) break;
            if (isGap) folded.Append(between);
            isGap = false;
            folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
