using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Crm.BuildingBlocks.Hosting.Api.Json;

namespace Crm.BuildingBlocks.Hosting.Api.Shaping;

/// <summary>Masks on the JSON of a body: taken off what is written and put on what is patched.</summary>
internal static class MaskedJson
{
    /// <summary>Makes the field what a reader with this mask gets.</summary>
    public static void Hide(JsonNode? node, ReadOnlySpan<string> path, FieldMask mask)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Hide(item, path, mask);
        }

        if (node is not JsonObject owner || !owner.TryGetPropertyValue(path[0], out var value)) return;
        if (path.Length > 1 && value is (JsonObject or JsonArray)) Hide(value, path[1..], mask);
        else if (Shown(value, mask) is { } shown) owner[path[0]] = shown;
        else owner.Remove(path[0]);
    }

    /// <summary>Puts the true value where the field says nothing, or what its mask shows.</summary>
    /// <returns>False when it says something else.</returns>
    public static bool Restore(JsonNode? written, JsonNode? truth, JsonTypeInfo? type, ReadOnlySpan<string> path, FieldMask mask)
    {
        if (written is JsonArray items && truth is JsonArray known)
        {
            if (items.Count != known.Count) return false;
            var item = type?.ElementType is { } element ? CrmJson.Options.GetTypeInfo(element) : null;
            for (var i = 0; i < items.Count; i++)
            {
                if (Counterpart(items[i], i, known, path[0]) is not { } counterpart || !Restore(items[i], counterpart, item, path, mask)) return false;
            }

            return true;
        }

        var name = path[0];
        // What the body has no member for cannot be written.
        if (written is not JsonObject owner || truth is not JsonObject present || !present.TryGetPropertyValue(name, out var value)) return true;
        var property = type?.Properties.FirstOrDefault(p => p.Name == name);
        if (SaysNothing(owner[name], property, type)) owner[name] = value?.DeepClone();
        else if (path.Length > 1 && owner[name] is (JsonObject or JsonArray) && value is (JsonObject or JsonArray))
            return Restore(owner[name], value, property is null ? null : CrmJson.Options.GetTypeInfo(property.PropertyType), path[1..], mask);
        else if (Shown(value, mask) is { } shown && JsonNode.DeepEquals(owner[name], shown)) owner[name] = value!.DeepClone();
        else return false;
        return true;
    }

    // An element that names its id is the one with that id; where there are ids, one without is meant by all that it says, or it is a new one. The
    // rest are known by their place alone: one that says what another place says was moved, and would be given the hidden values of a stranger.
    private static JsonNode? Counterpart(JsonNode? written, int place, JsonArray known, string hidden)
    {
        if (written is not JsonObject said) return known[place];
        if (said["id"] is { } id) return known.FirstOrDefault(k => k is JsonObject candidate && JsonNode.DeepEquals(candidate["id"], id));
        if (known[place]?["id"] is not null) return known.FirstOrDefault(k => IsSameBut(hidden, said, k));
        return IsSameBut(hidden, said, known[place]) || !known.Any(k => IsSameBut(hidden, said, k)) ? known[place] : null;
    }

    private static bool IsSameBut(string hidden, JsonObject one, JsonNode? other) => other is JsonObject known
        && one.Where(m => m.Key != hidden && m.Key != "id").All(m => JsonNode.DeepEquals(m.Value, known[m.Key]));

    public static bool Differ(JsonNode? left, JsonNode? right, ReadOnlySpan<string> path)
    {
        if (path.Length > 0 && left is JsonObject a && right is JsonObject b) return Differ(a[path[0]], b[path[0]], path[1..]);
        if (path.Length == 0 || left is not JsonArray items || right is not JsonArray others) return !JsonNode.DeepEquals(left, right);
        if (items.Count != others.Count) return true;
        for (var i = 0; i < items.Count; i++)
        {
            if (Differ(items[i], others[i], path)) return true;
        }

        return false;
    }

    // Only text has last characters to show; see RowWriter.
    private static JsonValue? Shown(JsonNode? value, FieldMask mask) =>
        mask == FieldMask.Shorten && value?.GetValueKind() == JsonValueKind.String ? JsonValue.Create(RowWriter.Shortened(value.GetValue<string>())) : null;

    // Once it is read, a member that was left out cannot be told from one that says what leaving it out means.
    private static bool SaysNothing(JsonNode? written, JsonPropertyInfo? property, JsonTypeInfo? owner)
    {
        if (written is null or JsonArray { Count: 0 }) return true;
        if (property is null) return false;
        var parameter = property.AssociatedParameter;
        object? standard = null;
        if (parameter is not null) standard = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        else if (!property.IsRequired && owner?.CreateObject?.Invoke() is { } fresh) standard = property.Get?.Invoke(fresh);
        return standard is not null && JsonNode.DeepEquals(written, JsonSerializer.SerializeToNode(standard, property.PropertyType, CrmJson.Options));
    }
}
