using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Crm.BuildingBlocks.Hosting.Api.Json;

namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>The dotted names by which <c>fields</c> can choose parts of a type, as they appear in its JSON.</summary>
internal static class FieldPaths
{
    private const int Deepest = 3;

    /// <summary>Stands for the names in a map, which are data and known to nobody here.</summary>
    private const string AnyName = "*";

    private static readonly ConcurrentDictionary<Type, Fields> Known = new();

    public static IReadOnlySet<string> Of(Type type) => FieldsOf(type).Paths;

    /// <summary>Whether a name is among them, or one of those that a map may have.</summary>
    public static bool Knows(this IReadOnlySet<string> paths, string field) =>
        paths.Contains(field) || (field.LastIndexOf('.') is > 0 and var dot && paths.Contains(field[..(dot + 1)] + AnyName));

    /// <summary>Name to the field of another resource that it is a copy of.</summary>
    public static IReadOnlyDictionary<string, string> CopiesIn(Type type) => FieldsOf(type).Copies;

    private static Fields FieldsOf(Type type) => Known.GetOrAdd(type, static t =>
    {
        var fields = new Fields([], []);
        Add(fields, "", t, 1);
        return fields;
    });

    private static void Add(Fields fields, string prefix, Type type, int depth)
    {
        var info = CrmJson.Options.GetTypeInfo(type);
        if (info.Kind == JsonTypeInfoKind.Dictionary) fields.Paths.Add(prefix + AnyName);
        if (info.Kind == JsonTypeInfoKind.Enumerable) info = CrmJson.Options.GetTypeInfo(info.ElementType!);
        if (info.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in info.Properties)
        {
            fields.Paths.Add(prefix + property.Name);
            if (property.AttributeProvider?.GetCustomAttributes(typeof(MaskedAsAttribute), inherit: false) is [MaskedAsAttribute copied])
                fields.Copies[prefix + property.Name] = copied.Field;
            if (depth < Deepest) Add(fields, $"{prefix}{property.Name}.", property.PropertyType, depth + 1);
        }
    }

    private sealed record Fields(HashSet<string> Paths, Dictionary<string, string> Copies);
}
