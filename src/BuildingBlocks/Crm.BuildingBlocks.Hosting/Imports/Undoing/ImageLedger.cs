using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Operations;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Imports.Undoing;

/// <summary>Writes down, in the transaction of the import, what it changes in records.</summary>
internal static class ImageLedger
{
    public static string Text(JsonObject image) => image.ToJsonString(CrmJson.Options);

    /// <summary>Without what says nothing: a member that a later release adds is empty in records of before, and changes nothing.</summary>
    public static string HashOf(JsonObject image) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text((JsonObject)Said(image)!))));

    private static JsonNode? Said(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Said(m.Value)))
            .Where(m => m.Value is not (null or JsonObject { Count: 0 } or JsonArray { Count: 0 }) && m.Value.GetValueKind() != JsonValueKind.False)),
        JsonArray parts => new JsonArray([.. parts.Select(Said)]),
        _ => node?.DeepClone(),
    };

    public static async Task Keep(OperationStep step, IRevertible target, Guid import, IReadOnlyList<ImportRow> rows, IReadOnlyDictionary<Guid, JsonObject> before, CancellationToken ct)
    {
        var changed = rows.Where(r => r.Outcome is ImportOutcome.Created or ImportOutcome.Updated).GroupBy(r => r.RecordId!.Value).ToDictionary(g => g.Key, g => g.First());
        if (changed.Count == 0) return;
        await step.Db.SaveChangesAsync(ct);
        var after = await target.Images(changed.Keys, ct);
        var records = changed.Keys.ToList();
        var known = await step.Db.Set<ImportImage>().Where(i => i.ImportId == import && EF.Parameter(records).Contains(i.RecordId)).ToDictionaryAsync(i => i.RecordId, ct);
        foreach (var (record, row) in changed)
        {
            var now = after[record];
            if (!known.TryGetValue(record, out var image))
            {
                var was = before.GetValueOrDefault(record);
                image = new ImportImage { ImportId = import, RecordId = record, Line = row.Line, Before = was is null ? null : Text(was), AfterHash = "" };
                step.Db.Add(image);
            }

            // Undone meanwhile, and now taken in again.
            if (image.IsUndone) (image.IsUndone, image.Before) = (false, before.TryGetValue(record, out var again) ? Text(again) : null);
            // Of a record that comes twice, what it was before the first and after the last.
            (image.AfterHash, image.After) = (HashOf(now), image.Before is null ? null : Text(now));
        }
    }
}
