using System.Collections.Concurrent;
using System.Text.Json;

namespace Crm.BuildingBlocks.Hosting.Api.Json;

/// <summary>Enum members under the camelCase names they have in JSON and in query strings.</summary>
public static class Enums
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, object>> Known = new();

    public static IEnumerable<string> Names(Type type) => Members(type).Keys;

    public static string Name(object member) => JsonNamingPolicy.CamelCase.ConvertName(member.ToString()!);

    /// <summary>The exact name only: no numbers, no other case.</summary>
    public static object? Parse(Type type, string name) => Members(type).GetValueOrDefault(name);

    private static IReadOnlyDictionary<string, object> Members(Type type) => Known.GetOrAdd(
        type, static t => Enum.GetNames(t).ToDictionary(JsonNamingPolicy.CamelCase.ConvertName, name => Enum.Parse(t, name)));
}
