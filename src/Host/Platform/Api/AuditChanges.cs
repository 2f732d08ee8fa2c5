using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.PersonalData;

namespace Crm.Host.Platform.Api;

internal static class AuditChanges
{
    private const string Hidden = "•••";

    /// <summary>
    /// What changed, for reading. That a personal value changed is said, what it was is not: the trail must not become a second address book.
    /// Of a field that is masked to the reader nothing is said.
    /// </summary>
    public static IReadOnlyDictionary<string, object?>? ShownTo(Caller reader, string? changes)
    {
        if (changes is null || JsonNode.Parse(changes) is not JsonObject fields) return null;
        return fields.Where(f => !MaskedChanges.Hides(reader, f.Key))
            .ToDictionary(f => f.Key, f => (object?)(f.Value is JsonArray values ? new JsonArray([.. values.Select(Shown)]) : f.Value?.DeepClone()));
    }

    private static JsonNode? Shown(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var stored) && PersonalJson.IsEncrypted(stored) ? Hidden : value?.DeepClone();
}
