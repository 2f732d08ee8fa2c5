using System.Text.Json.Nodes;

namespace Crm.Customers.Application.Merging;

/// <summary>
/// Takes back what a merge did to the survivor and nothing else: what was changed since in other places stays. Where it was changed since in
/// the same place, nobody can tell what it should be.
/// </summary>
internal static class MergeUndo
{
    // Whoever handed it over since said another reason; whether that can be taken back, owner, unit and territory tell.
    private const string ReasonOfOwnership = "ownershipReason";

    /// <param name="before">The survivor before the merge.</param>
    /// <param name="after">As the merge left it.</param>
    /// <param name="present">As it is now.</param>
    /// <returns>As it is to be, and the fields that were changed since.</returns>
    public static (JsonObject Image, IReadOnlyList<string> Changed) Of(JsonObject before, JsonObject after, JsonObject present)
    {
        var image = present.DeepClone().AsObject();
        var changed = new List<string>();
        foreach (var name in present.Select(p => p.Key).ToList())
        {
            var (was, made, now) = (before[name], after[name], present[name]);
            if (JsonNode.DeepEquals(was, made)) continue;
            if (made is JsonArray)
            {
                image[name] = Parts(name, was as JsonArray ?? [], made.AsArray(), now as JsonArray ?? [], changed);
            }
            else if (made is JsonObject)
            {
                image[name] = Members(name, was as JsonObject ?? [], made.AsObject(), now as JsonObject ?? [], changed);
            }
            else if (JsonNode.DeepEquals(made, now))
            {
                image[name] = was?.DeepClone();
            }
            else if (name != ReasonOfOwnership)
            {
                changed.Add(name);
            }
        }

        return (image, changed);
    }

    private static JsonObject Members(string name, JsonObject was, JsonObject made, JsonObject now, List<string> changed)
    {
        var members = now.DeepClone().AsObject();
        foreach (var key in was.Concat(made).Select(m => m.Key).Distinct())
        {
            if (JsonNode.DeepEquals(was[key], made[key])) continue;
            if (!JsonNode.DeepEquals(made[key], now[key])) changed.Add($"{name}.{key}");
            else if (was.ContainsKey(key)) members[key] = was[key]?.DeepClone();
            else members.Remove(key);
        }

        return members;
    }

    private static JsonArray Parts(string name, JsonArray was, JsonArray made, JsonArray now, List<string> changed)
    {
        var (before, after) = (ByKey(name, was), ByKey(name, made));
        var parts = new List<JsonNode>();
        foreach (var part in now.Select(p => p!))
        {
            var key = ImageParts.KeyOf(name, part);
            var (old, left) = (before.GetValueOrDefault(key), after.GetValueOrDefault(key));
            if (left is null || (old is not null && JsonNode.DeepEquals(old, left)))
            {
                parts.Add(part);
            }
            else if (!SayTheSame(part, left))
            {
                changed.Add(name);
            }
            else if (old is not null)
            {
                parts.Add(old);
            }
        }

        return new JsonArray([.. parts.Select(p => p.DeepClone())]);
    }

    // Which one is the primary one is said of all together: choosing another one is no change of this one.
    private static bool SayTheSame(JsonNode one, JsonNode other) => JsonNode.DeepEquals(WithoutPrimary(one), WithoutPrimary(other));

    private static JsonNode WithoutPrimary(JsonNode part)
    {
        var copy = part.DeepClone();
        if (copy is JsonObject members) members.Remove("isPrimary");
        return copy;
    }

    private static Dictionary<string, JsonNode> ByKey(string name, JsonArray parts) => parts.Select(p => p!).DistinctBy(p => ImageParts.KeyOf(name, p)).ToDictionary(p => ImageParts.KeyOf(name, p));
}
