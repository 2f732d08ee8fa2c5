using Crm.Architecture.Tests.Reading;
using Xunit.Sdk;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Something that holds everywhere in a code base. The same rule is run over the real system and over the offenders.</summary>
internal sealed class ArchRule(Func<Codebase, IEnumerable<string>> find, string because = "")
{
    public ArchRule Because(string reason) => new(find, reason);

    public string Reason => because;

    public IReadOnlyList<string> FindingsIn(Codebase code) => [.. find(code).Distinct().Order(StringComparer.Ordinal)];

    public void Check(Codebase code)
    {
        var findings = FindingsIn(code);
        if (findings.Count == 0) return;
        throw FailException.ForFailure($"{because}{Environment.NewLine}{string.Join(Environment.NewLine, findings.Select(f => "  " + f))}");
    }
}
