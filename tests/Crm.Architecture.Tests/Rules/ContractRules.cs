using System.Text.RegularExpressions;
using Crm.Architecture.Tests.Reading;
using Mono.Cecil;

namespace Crm.Architecture.Tests.Rules;

/// <summary>What may be published.</summary>
internal static partial class ContractRules
{
    private static readonly HashSet<string> Primitives =
    [
        "System.String", "System.Guid", "System.Boolean", "System.DateTimeOffset", "System.DateOnly", "System.Decimal", "System.Double", "System.Single",
        "System.Byte", "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64",
    ];

    public static readonly ArchRule ContractsAreSealedRecordsOfPrimitives = Code.Of(ProjectKind.Contracts)
        .Should(FaultsOfShape)
        .Because("An event is stored and read for years by others: values only, no types that may change behind its back.");

    public static readonly ArchRule EventsHaveAFixedName = Code.Of(ProjectKind.Contracts)
        .Should((type, written) => written == type.Definition ? FaultsOfName(type) : [])
        .Because("[EventName(\"module.what-happened.v1\")] is what is stored; class names may change.");

    public static readonly ArchRule EventNamesAreUnique = new ArchRule(code =>
            from named in code.Types.Where(t => t.Project.Kind == ProjectKind.Contracts && EventNameOf(t) is not null).GroupBy(t => EventNameOf(t)!)
            where named.Count() > 1
            select $"{named.Key} is the name of {string.Join(" and ", named.Select(t => t.Name).Order(StringComparer.Ordinal))}")
        .Because("The name alone decides which type a stored event is read as.");

    public static readonly ArchRule EventsArePublished = new ArchRule(FaultsOfPublishing)
        .Because("Others wait for what a contract promises: an event that nobody makes never comes.");

    public static string? EventNameOf(CodeType type) =>
        type.Definition.CustomAttributes.FirstOrDefault(a => a.AttributeType.Name == "EventNameAttribute")?.ConstructorArguments[0].Value as string;

    private static IEnumerable<string> FaultsOfShape(CodeType published, TypeDefinition type)
    {
        if (!type.IsSealed || type.IsValueType || type.Methods.All(m => m.Name != "<Clone>$")) yield return "is not a sealed record";
        foreach (var property in type.Properties.Where(p => p.Name != "EqualityContract" && p.GetMethod is { IsStatic: false }))
        {
            if (!IsPublishable(property.PropertyType, published)) yield return $"publishes {property.Name} as {Readable(property.PropertyType)}";
            if (property.SetMethod is { } set && set.ReturnType is not IModifierType) yield return $"can be changed afterwards ({property.Name})";
        }

        foreach (var field in type.Fields.Where(f => f is { IsPublic: true, IsStatic: false, IsRuntimeSpecialName: false }))
            yield return $"has a public field ({field.Name})";
    }

    private static IEnumerable<string> FaultsOfName(CodeType type)
    {
        if (!IsEvent(type))
        {
            if (!Version().IsMatch(type.Definition.Name)) yield return "is neither an event nor a part of one with a version";
            else if (!type.Code.Types.Any(t => t.Project == type.Project && t.Uses.Any(u => u.Type == type.Name))) yield return "is part of no event";
            yield break;
        }

        if (EventNameOf(type) is not { } name)
        {
            yield return "has no [EventName]";
            yield break;
        }

        var form = EventName().Match(name);
        if (!form.Success)
            yield return $"is named '{name}', which is not of the form module.what-happened.v1";
        else if (form.Groups["module"].Value != type.Project.Kebab)
            yield return $"is named '{name}', but belongs to {type.Project.Kebab}";
        else if (!type.Definition.Name.EndsWith($"V{form.Groups["version"].Value}", StringComparison.Ordinal))
            yield return $"is named '{name}', but its class says another version";
    }

    /// <summary>A module makes its own events, the host those of the platform.</summary>
    private static IEnumerable<string> FaultsOfPublishing(Codebase code)
    {
        var made = code.Types.Where(t => t.Project.Kind is ProjectKind.Module or ProjectKind.Host)
            .SelectMany(t => t.Calls.Where(c => c.Target.Name == ".ctor").Select(c => (t.Project.Module, Event: Names.Of(c.Target.DeclaringType)))).ToHashSet();
        return code.Types.Where(t => t.Project.Kind == ProjectKind.Contracts && IsEvent(t) && !made.Contains((t.Project.Module, t.Name)))
            .Select(t => $"{t.Name} is published by nobody");
    }

    private static bool IsEvent(CodeType type) => type.Ancestors().Any(a => a.Name == "IIntegrationEvent");

    /// <summary>A record of the same contracts may be a part, itself versioned and held to the same rule.</summary>
    private static bool IsPublishable(TypeReference type, CodeType published) => type switch
    {
        GenericInstanceType { ElementType.FullName: "System.Nullable`1" } optional => Primitives.Contains(optional.GenericArguments[0].FullName),
        GenericInstanceType { ElementType.FullName: "System.Collections.Generic.IReadOnlyList`1" } list =>
            IsPublishable(list.GenericArguments[0], published),
        TypeSpecification => false,
        _ => Primitives.Contains(type.FullName) || (!type.IsValueType && published.Code.ProjectOf(type) == published.Project),
    };

    private static string Readable(TypeReference type) => type is GenericInstanceType generic
        ? $"{Names.Plain(generic.Name)}<{string.Join(", ", generic.GenericArguments.Select(Readable))}>"
        : type.Name;

    [GeneratedRegex("V[1-9][0-9]*$")]
    private static partial Regex Version();

    [GeneratedRegex(@"^(?<module>[a-z]+(-[a-z]+)*)\.[a-z0-9]+(-[a-z0-9]+)*\.v(?<version>[1-9][0-9]*)$")]
    private static partial Regex EventName();
}
