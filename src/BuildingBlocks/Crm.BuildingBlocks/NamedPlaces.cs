using System.Text;

namespace Crm.BuildingBlocks;

/// <summary>A text with names in braces that are replaced by what they stand for, such as <c>{invoice}</c>.</summary>
public static class NamedPlaces
{
    /// <summary>The first name in braces that stands for nothing; null when there is none.</summary>
    public static string? FirstUnknown(string text, IReadOnlyCollection<string> names) => Parts(text).FirstOrDefault(p => p.IsName && !names.Contains(p.Text)).Text;

    /// <summary>What a name stands for takes its place; one that stands for nothing leaves nothing.</summary>
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
