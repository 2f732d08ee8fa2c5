using Crm.Architecture.Tests.Reading;
using Crm.Architecture.Tests.Rules;
using Xunit;

namespace Crm.Architecture.Tests;

internal static class Offence
{
    public static void HoldsInProduction(this ArchRule rule) => rule.Check(Codebase.Production);

    /// <summary>Exactly these, in any order: one fewer is a blind rule, one more a rule that cries wolf.</summary>
    public static void Finds(this ArchRule rule, params string[] findings)
    {
        var found = rule.FindingsIn(Codebase.Offending);
        var differences = findings.Except(found).Select(f => $"  missed: {f}").Concat(found.Except(findings).Select(f => $"  not meant: {f}")).ToList();
        if (differences.Count > 0) Assert.Fail(string.Join(Environment.NewLine, differences));
    }
}
