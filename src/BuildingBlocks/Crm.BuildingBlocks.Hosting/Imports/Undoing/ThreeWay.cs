using System.Text.Json.Nodes;

namespace Crm.BuildingBlocks.Hosting.Imports.Undoing;

/// <summary>
/// Takes one change back out of a record that may have been changed again since: a field that still is what the change made it becomes what
/// it was before; one that somebody has changed since stays. Of a list each part is a field of its own.
/// </summary>
/// <param name="partMembers">Members by which, besides its id, a part of a list is known.</param>
internal sealed class ThreeWay(IReadOnlyList<string> partMembers)
{
    private readonly string[] _identity = ["id", .. partMembers];

    /// <param name="before">The record before the change.</param>
    /// <param name="after">The record after it.</param>
    /// <param name="now">The record as it is.</param>
    /// <returns>What it is without the change, and the fields that stay because others have changed them since.</returns>
    public (JsonObject Wanted, IReadOnlyList<string> Kept) Undo(JsonObject before, JsonObject after, JsonObject now)
    {
        var kept = new List<string>();
        return (Fields(before, after, now, "", kept), kept);
    }

    private JsonObject Fields(JsonObject before, JsonObject after, JsonObject now, string path, List<string> kept)
    {
        var wanted = new JsonObject();
        foreach (var name in now.Concat(before).Select(p => p.Key).Distinct())
            wanted[name] = Value(before[name], after[name], now[name], path.Length == 0 ? name : $"{path}.{name}", kept)?.DeepClone();
        return wanted;
    }

    private JsonNode? Value(JsonNode? before, JsonNode? after, JsonNode? now, string path, List<string> kept)
    {
        if (Same(before, after) || Same(now, before)) return now;
        if (Same(now, after)) return before;
        switch (before, after, now)
        {
            case (JsonObject b, JsonObject a, JsonObject n):
                return Fields(b, a, n, path, kept);
            case (JsonArray b, JsonArray a, JsonArray n):
                return Parts(b, a, n, path, kept);
            default:
                kept.Add(path);
                return now;
        }
    }

    private JsonArray Parts(JsonArray before, JsonArray after, JsonArray now, string path, List<string> kept)
    {
        var (b, a) = (Numbered(before), Numbered(after));
        var wanted = new JsonArray();
        foreach (var (key, part) in Numbered(now))
        {
            var was = b.GetValueOrDefault(key);
            // What the import added goes; what others added stays.
            if (was is null && a.TryGetValue(key, out var added))
            {
                if (Same(part, added)) continue;
                kept.Add(path);
            }

            var left = was is null || !a.TryGetValue(key, out var made) ? part : Value(was, made, part, path, kept);
            wanted.Add(left?.DeepClone());
        }

        var present = Numbered(now).Keys.ToHashSet();
        foreach (var (key, part) in b.Where(p => !a.ContainsKey(p.Key) && !present.Contains(p.Key))) wanted.Add(part?.DeepClone());
        // What was there before and after, and is not there now, others have taken away.
        if (b.Any(p => a.TryGetValue(p.Key, out var made) && !Same(p.Value, made) && !present.Contains(p.Key))) kept.Add(path);
        return wanted;
    }

    // A part without any of these members is known by all it says; the same twice are the first and the second of them.
    private Dictionary<string, JsonNode?> Numbered(JsonArray parts)
    {
        var numbered = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var key = KeyOf(part);
            var number = 1;
            while (!numbered.TryAdd(number == 1 ? key : $"{key}#{number}", part)) number++;
        }

        return numbered;
    }

    private string KeyOf(JsonNode? part) => part is JsonObject known && Array.Exists(_identity, known.ContainsKey)
        ? new JsonArray([.. _identity.Select(member => known[member]?.DeepClone())]).ToJsonString()
        : part?.ToJsonString() ?? "null";

    private static bool Same(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(one, other);
}
