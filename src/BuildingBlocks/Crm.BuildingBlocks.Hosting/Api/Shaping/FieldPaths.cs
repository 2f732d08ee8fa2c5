using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Crm.BuildingBlocks.Hosting.Api.Json;

namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>The dotted names by which <c>fields</c> can choose parts of a type, as they appear in its JSON.</summary>
internal static class FieldPaths
{
    private const int Deepest = 3;

    private static readonly ConcurrentDictionary<Type, IReadOnlySet<string>> Known = new();

    public static IReadOnlySet<string> Of(Type type) => Known.GetOrAdd(type, static t =>
    {
        var paths = new HashSet<string>();
        Add(paths, "", t, 1);
        return paths;
    });

    private static void Add(HashSet<string> paths, string prefix, Type type, int depth)
    {
        var info = CrmJson.Options.GetTypeInfo(type);
        if (info.Kind == JsonTypeInfoKind.Enumerable) info = CrmJson.Options.GetTypeInfo(info.ElementType!);
        if (info.Kind != JsonTypeInfoKind.Object) return;
        foreach (var property in info.Properties)
        {
            paths.Add(prefix + property.Name);
            if (depth < Deepest) Add(paths, $"{prefix}{property.Name}.", property.PropertyType, depth + 1);
        }
    }
}
