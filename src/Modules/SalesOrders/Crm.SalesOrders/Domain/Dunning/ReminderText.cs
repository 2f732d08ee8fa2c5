using System.Text;

namespace Crm.SalesOrders.Domain.Dunning;

/// <summary>A text with names in braces that are replaced by what they stand for, such as <c>{invoice}</c>.</summary>
internal static class ReminderText
{
    public static readonly IReadOnlyList<string> Names = ["customer", "invoice", "order", "issued", "due", "days", "open", "total", "fee", "company"];

    /// <summary>The first name in braces that stands for nothing; null when there is none.</summary>
    public static string? Unknown(string text) => Parts(text).FirstOrDefault(p => p.IsName && !Names.Contains(p.Text)).Text;

    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder(text.Length * 2);
        foreach (var (part, isName) in Parts(text)) filled.Append(isName ? values.GetValueOrDefault(part, "") : part);
        return filled.ToString();
    }

    private static IEnumerable<(string Text, bool IsName)> Parts(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                yield return (text[at..], false);
                yield break;
            }

            yield return (text[at..open], false);
            yield return (text[(open + 1)..close], true);
            at = close + 1;
        }
    }
}
