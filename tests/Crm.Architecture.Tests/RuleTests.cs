using System.Reflection;
using Crm.Architecture.Tests.Reading;
using Crm.Architecture.Tests.Rules;
using Shouldly;
using Xunit;

namespace Crm.Architecture.Tests;

/// <summary>What must hold for the rules themselves.</summary>
public sealed class RuleTests
{
    private static readonly IReadOnlyList<(string Name, ArchRule Rule)> All =
        [.. typeof(ArchRule).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(ArchRule))
            .Select(f => ($"{f.DeclaringType!.Name}.{f.Name}", (ArchRule)f.GetValue(null)!))];

    [Fact]
    public void Every_rule_has_an_offender() =>
        All.Where(r => r.Rule.FindingsIn(Codebase.Offending).Count == 0).Select(r => r.Name).ShouldBeEmpty();

    [Fact]
    public void Every_rule_is_held_to_by_a_test_and_says_why()
    {
        var tests = string.Concat(Codebase.Production.Files
            .Where(f => f.Path.StartsWith("tests/Crm.Architecture.Tests/", StringComparison.Ordinal))
            .Select(f => f.Text));

        All.Where(r => !tests.Contains($"{r.Name}.HoldsInProduction()", StringComparison.Ordinal)).Select(r => r.Name).ShouldBeEmpty();
        All.Where(r => r.Rule.Reason.Length == 0).Select(r => r.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_below_src_is_looked_at() =>
        Codebase.Production.Projects.Where(p => !Codebase.Production.IsCompiled(p)).Select(p => p.Name).ShouldBeEmpty();

    [Fact]
    public void A_failure_says_why_and_lists_every_finding()
    {
        var rule = new ArchRule(_ => ["b", "a", "b"]).Because("It must be so.");

        Should.Throw<Exception>(() => rule.Check(Codebase.Production)).Message.ReplaceLineEndings("\n").ShouldEndWith("It must be so.\n  a\n  b");
    }

    [Theory]
    [InlineData("SELECT 1", true)]
    [InlineData("\nselect *\nfrom things", true)]
    [InlineData(" WHERE \"Id\" = 1", true)]
    [InlineData("delete from things", true)]
    [InlineData("select t.name, t.price from things t", true)]
    [InlineData(" FROM ", true)]
    [InlineData("Select one from the list.", false)]
    [InlineData("The order was taken FROM: stock", false)]
    [InlineData("Where do we update the set?", false)]
    [InlineData("\"HandledAt\" IS NULL", false)]
    public void Sql_is_told_from_prose(string text, bool isSql) => SqlRules.LooksLikeSql(text).ShouldBe(isSql);
}
