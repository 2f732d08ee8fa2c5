using System.Text.RegularExpressions;
using Mono.Cecil;

namespace Crm.Architecture.Tests.Reading;

/// <summary>From what the compiler calls things to what their author called them.</summary>
internal static partial class Names
{
    /// <summary>Made by the compiler or a source generator.</summary>
    public static bool IsGenerated(TypeDefinition type) =>
        (type.Name.StartsWith('<') && !FileLocal().IsMatch(type.Name))
        || type.CustomAttributes.Any(a => a.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");

    public static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    public static string NamespaceOf(TypeReference type) => Outermost(type).Namespace;

    public static bool IsWithin(string space, string parent) =>
        space.Length == 0 ? parent.Length == 0 : space == parent || space.StartsWith(parent + ".", StringComparison.Ordinal);

    /// <summary>As C# writes it, without type parameters: <c>Crm.SalesOrders.Domain.Order.Line</c>.</summary>
    public static string Of(TypeReference type) =>
        type.DeclaringType is { } outer ? $"{Of(outer)}.{Plain(type.Name)}"
        : type.Namespace.Length == 0 ? Plain(type.Name) : $"{type.Namespace}.{Plain(type.Name)}";

    public static string Plain(string name) => Arity().Replace(FileLocal().Replace(name, ""), "");

    /// <summary>The definition, if it is one of ours.</summary>
    public static TypeDefinition? Resolved(this TypeReference type, IReadOnlyDictionary<string, TypeDefinition> outermost)
    {
        var element = type.GetElementType();
        if (element.DeclaringType is not { } outer) return outermost.GetValueOrDefault(element.FullName);
        return outer.Resolved(outermost)?.NestedTypes.FirstOrDefault(n => n.Name == element.Name);
    }

    /// <summary>
    /// Where in the source something stands: <c>method Confirm</c>, <c>property Line.Sku</c>. Async bodies, iterators, lambdas and local
    /// functions stand where they were written.
    /// </summary>
    public static string Place(TypeDefinition owner, string kind, string member)
    {
        var within = "";
        string? writtenIn = null;
        for (var type = owner; type.DeclaringType is not null; type = type.DeclaringType)
        {
            if (type.Name.StartsWith('<')) writtenIn ??= MethodWithin(type.Name);
            else within = $"{Plain(type.Name)}.{within}";
        }

        writtenIn = MethodWithin(member) ?? writtenIn;
        if (writtenIn is not null) return Method(within, writtenIn);
        if (owner.Name.StartsWith('<')) return "lambda";
        if (kind == "method") return Method(within, member);
        var backing = BackingField().Match(member);
        return backing.Success ? $"property {within}{backing.Groups[1].Value}" : $"{kind} {within}{Captured(member)}";
    }

    private static string Method(string within, string name)
    {
        if (name is ".ctor" or ".cctor") return within.Length == 0 ? "constructor" : $"constructor of {within.TrimEnd('.')}";

        name = name[(name.LastIndexOf('.') + 1)..];
        return name.Split('_', 2) switch
        {
            ["get" or "set" or "init", var property] => $"property {within}{property}",
            ["add" or "remove", var happening] => $"event {within}{happening}",
            _ => $"method {within}{name}",
        };
    }

    private static string? MethodWithin(string name)
    {
        if (name == "<Main>$") return "Main";
        var match = MethodInName().Match(name);
        return match.Success ? match.Groups[1].Value : null;
    }

    /// <summary>A primary constructor's parameter is kept in a field called <c>&lt;db&gt;P</c>.</summary>
    private static string Captured(string field) => field.StartsWith('<') ? field[1..].Split('>')[0] : field;

    [GeneratedRegex("`[0-9]+")]
    private static partial Regex Arity();

    [GeneratedRegex("^<[^<>]*>F[0-9A-F]{8,}__")]
    private static partial Regex FileLocal();

    [GeneratedRegex("^<([^<>]+)>k__BackingField$")]
    private static partial Regex BackingField();

    /// <summary>State machines are <c>&lt;M&gt;d</c>, lambdas <c>&lt;M&gt;b__</c>, local functions <c>&lt;M&gt;g__</c>; they nest.</summary>
    [GeneratedRegex("^<+([^<>]+)>+[bdg]_?_?")]
    private static partial Regex MethodInName();
}
