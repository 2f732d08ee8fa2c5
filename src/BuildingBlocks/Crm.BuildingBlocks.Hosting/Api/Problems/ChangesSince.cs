using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Api.Problems;

/// <summary>What happened to a record after the version a caller saw, from the audit trail: field to its present value.</summary>
public sealed class ChangesSince(CallerContext caller, IPersonKeys persons)
{
    public async Task<JsonObject> Read(ModuleDbContext db, VersionMismatch stale, CancellationToken ct)
    {
        var entries = await db.Audit.AsNoTracking()
            .Where(a => a.RecordId == stale.ResourceKey && a.Version > stale.Expected)
            .OrderBy(a => a.Version).Select(a => a.Changes).ToListAsync(ct);
        var key = await persons.ExistingKeyOf(stale.ResourceKey, ct);
        var changed = new JsonObject();
        foreach (var (field, values) in entries.OfType<string>().SelectMany(changes => JsonNode.Parse(changes)!.AsObject()))
        {
            if (!IsMasked(field)) changed[field] = Shown(values!.AsArray()[1], key);
        }

        return changed;
    }

    // A mask names resource and path, a change the path within the aggregate. Where any part of the two is the same the change is left
    // out: saying too little here costs the caller one read.
    private bool IsMasked(string field)
    {
        var parts = field.Split('.').Select(part => part.Split('[')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return caller.Caller.Masks.Keys.Any(mask => mask.Split('.').Skip(1).Any(parts.Contains));
    }

    private static JsonNode? Shown(JsonNode? value, byte[]? key) =>
        value is JsonValue text && text.TryGetValue<string>(out var stored) ? PersonalJson.Decrypt(stored, key) : value?.DeepClone();
}
