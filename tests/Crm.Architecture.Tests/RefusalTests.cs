using System.Text.RegularExpressions;
using Crm.Architecture.Tests.Reading;
using Shouldly;
using Xunit;

namespace Crm.Architecture.Tests;

/// <summary>The codes of refusals are promised for good: whether one still refuses is shown by a test that names it, by its constant or by its code.</summary>
public sealed class RefusalTests
{
    private static readonly Regex Declared = new(@"\bclass (?<class>\w+)|\bstatic readonly Rule (?<rule>\w+) = new\(\s*""(?<code>[^""]+)", RegexOptions.CultureInvariant);

    [Fact]
    public void Every_refusal_is_named_by_a_test()
    {
        var rules = Codebase.Production.Files.Where(f => IsBelow(f, "src/")).SelectMany(RulesIn).ToList();
        var tests = string.Concat(Codebase.Production.Files.Where(f => IsBelow(f, "tests/")).Select(f => f.Text));
        var named = Regex.Matches(tests, @"\b\w+\.\w+\b").Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var said = Regex.Matches(tests, "[a-z]+(?:-[a-z]+)*[.][a-z]+(?:-[a-z]+)*").Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

        rules.Count.ShouldBeGreaterThan(200);
        rules.Where(r => !named.Contains(r.Name) && !said.Contains(r.Code)).Select(r => $"{r.Name} ({r.Code})").ShouldBeEmpty();
    }

    private static bool IsBelow(SourceFile file, string folder) =>
        file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.EndsWith(".cs", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Code)> RulesIn(SourceFile file)
    {
        var holder = "";
        foreach (var match in Declared.Matches(file.Text).Cast<Match>())
        {
            if (match.Groups["class"].Success) holder = match.Groups["class"].Value;
            else yield return ($"{holder}.{match.Groups["rule"].Value}", match.Groups["code"].Value);
        }
    }
}
