using System.Text.RegularExpressions;
using Crm.Architecture.Tests.Reading;
using Mono.Cecil;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Where a rule about compiled code begins: <c>Code.Of(Modules).In("Domain").MayUse(...)</c>.</summary>
internal static class Code
{
    public static Selection OfEverything { get; } = new(_ => true);

    public static Selection Of(ProjectKind kind) => new(t => t.Project.Kind == kind);

    public static Selection Of(string project) => new(t => t.Project.Name == project);
}

internal sealed class Selection(Func<CodeType, bool> includes)
{
    public Selection In(params string[] folders) => That(t => t.IsIn(folders));

    public Selection Except(params string[] projects) => That(t => !projects.Contains(t.Project.Name));

    public Selection That(Func<CodeType, bool> also) => new(t => includes(t) && also(t));

    /// <summary>An allow-list: what no target covers is a finding. Every type may use itself.</summary>
    public ArchRule MayUse(params Target[] targets) => new(code => code.Types.Where(includes).SelectMany(from => from.Uses
        .Where(use => !targets.Any(target => target(from, use)))
        .GroupBy(use => use.Type)
        .Select(uses => $"{from.Name} -> {uses.Key} ({string.Join(", ", uses.Select(u => u.Where).Distinct())})")));

    public ArchRule MayNotCall(Func<Call, bool> forbidden) => new(code => code.Types.Where(includes).SelectMany(from => from.Calls
        .Where(forbidden)
        .Select(call => $"{from.Name} -> {call.Method.Replace(".get_", ".", StringComparison.Ordinal)} ({call.Where})")));

    public ArchRule MayNotSay(Func<CodeType, string, bool> forbidden) => new(code => code.Types.Where(includes).SelectMany(from => from.Literals
        .Where(literal => forbidden(from, literal.Text))
        .Select(literal => $"{from.Name} -> \"{Shortened(literal.Text)}\" ({literal.Where})")));

    /// <param name="faults">What is wrong with a type, in words that complete "X ...".</param>
    public ArchRule Should(Func<CodeType, TypeDefinition, IEnumerable<string>> faults) => new(code => code.Types.Where(includes)
        .SelectMany(type => type.Written.SelectMany(written => faults(type, written).Select(fault => $"{Names.Of(written)} {fault}"))));

    private static string Shortened(string text)
    {
        text = Regex.Replace(text, @"\s+", " ").Trim();
        return text.Length <= 80 ? text : text[..77] + "...";
    }
}
