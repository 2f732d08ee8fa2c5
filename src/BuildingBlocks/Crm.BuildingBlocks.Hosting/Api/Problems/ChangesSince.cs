using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Api.Problems;

/// <summary>What happened to a record after the version a caller saw, from the audit trail: field to its present value.</summary>
public sealed class ChangesSince(CallerContext caller, IPersonKeys persons)
{
    public async Task<JsonObject> Read(ModuleDbContext db, VersionMismatch stale, CancellationToken ct)
    {
        var person = await PersonOf(db, stale, ct);
        var key = person is { } id ? await persons.ExistingKeyOf(id, ct) : null;
        // A copy of what belongs to another record is masked by the name it has there, which its path here does not tell.
        var hidesPersonal = person is null || (person != stale.ResourceKey && caller.Caller.Masks.Count > 0);
        var changed = new JsonObject();
        var entries = db.Audit.AsNoTracking()
            .Where(a => a.RecordId == stale.ResourceKey && a.Version > stale.Expected && a.Changes != null)
            .OrderByDescending(a => a.Version).Select(a => a.Changes!).AsAsyncEnumerable();
        await foreach (var changes in entries.WithCancellation(ct))
        {
            // From the newest back: the first that is said of a field is its present value, and no more than the fields is held.
            foreach (var (field, values) in JsonNode.Parse(changes)!.AsObject())
            {
                if (changed.ContainsKey(field) || MaskedChanges.Hides(caller.Caller, field)) continue;
                var value = values!.AsArray()[1];
                if (!IsEncrypted(value)) changed[field] = value?.DeepClone();
                else if (!hidesPersonal) changed[field] = PersonalJson.DecryptValue(value, key);
            }
        }

        return changed;
    }

    private static bool IsEncrypted(JsonNode? value) => value is JsonValue text && text.TryGetValue<string>(out var stored) && PersonalJson.IsEncrypted(stored);

    /// <summary>Null when the record cannot be seen any more.</summary>
    private static async Task<Guid?> PersonOf(ModuleDbContext db, VersionMismatch stale, CancellationToken ct)
    {
        var type = db.Model.GetEntityTypes().FirstOrDefault(e => e.ClrType.IsSubclassOf(typeof(AggregateRoot)) && Names.RecordType(e.ClrType) == stale.Kind);
        if (type is null || PersonKeyProperty.Of(type) is not { } property) return stale.ResourceKey;
        var id = Activator.CreateInstance(type.FindPrimaryKey()!.Properties[0].ClrType, stale.ResourceKey);
        return await db.FindAsync(type.ClrType, [id], ct) is { } record ? PersonKeyProperty.IdIn(db.Entry(record).Property(property.Name).CurrentValue) : null;
    }
}
