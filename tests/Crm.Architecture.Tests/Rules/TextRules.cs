using System.Text.RegularExpressions;
using Crm.Architecture.Tests.Reading;

namespace Crm.Architecture.Tests.Rules;

/// <summary>What can be seen in the written files alone.</summary>
internal static partial class TextRules
{
    private const int MostLines = 400;

    public static readonly ArchRule FilesStayReadable = new ArchRule(code =>
            from file in code.Files
            where file.IsOneOf(".cs", ".razor") && !file.IsMigration && file.Lines.Count >= MostLines
            select $"{file.Path} has {file.Lines.Count} lines")
        .Because($"A file of {MostLines} lines and more does several things: split it.");

    public static readonly ArchRule NothingIsLeftForLater = new ArchRule(code =>
            from line in Lines(code, ".cs", ".razor", ".csproj", ".props", ".targets", ".sh", ".ps1", ".sql")
            where Postponed().IsMatch(line.Text)
            select $"{line.Place} {Postponed().Match(line.Text).Value}")
        .Because("What is not done is an issue, not a comment.");

    public static readonly ArchRule SilencedWarningsSayWhy = new ArchRule(code =>
            from line in Lines(code, ".cs", ".razor", ".csproj", ".props", ".targets")
            where Silenced().IsMatch(line.Text) && !IsComment(line.Text[Silenced().Match(line.Text).Index..]) && !IsComment(line.Before)
            select $"{line.Place} {line.Text.Trim()}")
        .Because("A warning that is switched off needs its reason on the same line or the one before.");

    public static readonly ArchRule TheProjectKnowsNoMachine = new ArchRule(code =>
            from line in Lines(code, ".cs", ".razor", ".csproj", ".props", ".targets", ".md", ".http", ".sh", ".ps1", ".yml", ".sql")
            where Machine().IsMatch(line.Text)
            select $"{line.Place} {Machine().Match(line.Text).Value}")
        .Because("A path or package feed of one machine is wrong on every other.");

    private static IEnumerable<(string Place, string Text, string Before)> Lines(Codebase code, params string[] extensions) =>
        from file in code.Files
        where file.IsOneOf(extensions) && !file.IsMigration
        from index in Enumerable.Range(0, file.Lines.Count)
        select ($"{file.Path}:{index + 1}", file.Lines[index], index == 0 ? "" : file.Lines[index - 1]);

    private static bool IsComment(string text) =>
        text.Contains("//", StringComparison.Ordinal) || text.Contains("<!--", StringComparison.Ordinal)
        || text.TrimEnd().EndsWith("-->", StringComparison.Ordinal);

    /// <remarks>The groups keep this file from finding itself.</remarks>
    [GeneratedRegex(@"\b(TO(?:DO)|FIX(?:ME)|HA(?:CK))\b")]
    private static partial Regex Postponed();

    [GeneratedRegex("#pragma (?:warning) disable|<No(?:Warn)>|<WarningsNot(?:AsErrors)>")]
    private static partial Regex Silenced();

    [GeneratedRegex(@"(?<![\w.:/])/(?:home|root|Users|work)/\w|\b[A-Z]:\\Users\\|https?://[^\s""]*nuget[^\s""]*/index\.json")]
    private static partial Regex Machine();
}
