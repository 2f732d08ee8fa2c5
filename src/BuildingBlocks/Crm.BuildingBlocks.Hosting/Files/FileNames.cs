using System.Globalization;
using System.Text;

namespace Crm.BuildingBlocks.Hosting.Files;

/// <summary>Names of files that came from outside.</summary>
public static class FileNames
{
    private const int MostCharacters = 150;

    /// <summary>The last part of a path without anything that means something to a shell, a header or a file system.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder();
        foreach (var rune in last.EnumerateRunes().Where(IsHarmless))
        {
            if (clean.Length + rune.Utf16SequenceLength > MostCharacters) break;
            clean.Append(rune);
        }

        var text = clean.ToString().Trim(' ', '.');
        return text.Length == 0 ? "file" : text;
    }

    // Format characters can turn the visible order of letters round, so that "gpj.exe" reads "exe.jpg".
    private static bool IsHarmless(Rune rune) =>
        !Rune.IsControl(rune) && rune != Rune.ReplacementChar && !"\"<>|:*?%;".Contains((char)Math.Min(rune.Value, char.MaxValue))
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
