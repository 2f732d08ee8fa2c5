using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Crm.BuildingBlocks.Hosting.Api.Json;

/// <summary>
/// Refuses null among the items of a list or the values of a map whose declaration does not allow it. The serializer minds the
/// nullability of properties only, and nobody who reads <c>IReadOnlyList&lt;Line&gt;</c> expects to find null in it. It does not even mind that
/// of the properties that a record with constructor parameters has besides them, so those are looked at here too.
/// </summary>
internal static class NoNullItems
{
    public static void Add(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        var lists = type.Properties.Where(p => p.Get is not null && HoldsNoNull(p)).ToList();
        var members = type.Properties.Where(p => p is { Get: not null, Set: not null, IsSetNullable: false, PropertyType.IsValueType: false }).ToList();
        if (lists.Count == 0 && members.Count == 0) return;
        var before = type.OnDeserialized;
        type.OnDeserialized = read =>
        {
            before?.Invoke(read);
            if (members.Find(m => m.Get!(read) is null) is { } missing) throw new RefusedJson(JsonPhrases.NotNull) { Below = [missing.Name] };
            foreach (var list in lists) Check(list.Name, list.Get!(read));
        };
    }

    private static bool HoldsNoNull(JsonPropertyInfo property)
    {
        if (property.PropertyType == typeof(string) || !typeof(IEnumerable).IsAssignableFrom(property.PropertyType)) return false;
        if (property.AttributeProvider is not PropertyInfo declared || declared.GetIndexParameters().Length > 0) return false;
        var nullability = new NullabilityInfoContext().Create(declared);
        var item = nullability.ElementType ?? nullability.GenericTypeArguments.LastOrDefault();
        return item is { Type.IsValueType: false, ReadState: NullabilityState.NotNull };
    }

    private static void Check(string name, object? value)
    {
        switch (value)
        {
            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                {
                    if (entry.Value is null) throw new RefusedJson(JsonPhrases.NotNull) { Below = [name, entry.Key.ToString()!] };
                }

                break;
            case IEnumerable items:
                var index = 0;
                foreach (var item in items)
                {
                    if (item is null) throw new RefusedJson(JsonPhrases.NotNull) { Below = [name, $"{index}"] };
                    index++;
                }

                break;
        }
    }
}
