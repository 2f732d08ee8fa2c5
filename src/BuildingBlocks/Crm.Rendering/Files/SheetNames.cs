using System.Globalization;
using System.Text;

namespace Crm.Rendering.Files;

/// <summary>Makes names that Excel accepts: at most 31 characters, none of <c>[]:*?/\</c>, no apostrophe at the ends, no two alike.</summary>
internal sealed class SheetNames
{
    private const int Longest = 31;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    public string Next(string title)
    {
        var wished = new string([.. CleanText.OneLine(title).Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) ? ' ' : c)]).Trim(' ', '\'');
        if (wished.Length == 0)
            wished = "Sheet";

        var name = Shorten(wished, Longest);
        for (var n = 2; !_taken.Add(name); n++)
        {
            var suffix = string.Create(CultureInfo.InvariantCulture, $" ({n})");
            name = Shorten(wished, Longest - suffix.Length) + suffix;
        }

        return name;
    }

    /// <summary>Cuts between characters, never through one that takes two units.</summary>
    internal static string Shorten(string text, int length)
    {
        if (text.Length <= length)
            return text;

        var end = Rune.TryGetRuneAt(text, length - 1, out var rune) && rune.Utf16SequenceLength == 2 ? length - 1 : length;
        return text[..end].TrimEnd(' ', '\'');
    }
}
