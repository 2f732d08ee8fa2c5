using System.Text.Json.Nodes;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Audit;

/// <summary>
/// What was changed in a record, by whom and when, for those who may read the record: its part of the audit trail. Other than in the trail
/// as administrators read it, personal values are plain, for as long as the key of the person is there.
/// </summary>
public static class RecordHistory
{
    private static readonly ListSpec<AuditEntry, RecordChange> Described = SpecFor(Caller.Nobody, key: null);

    /// <summary>Adds <c>GET /{id}/history</c> to the addresses of a record.</summary>
    /// <param name="records">The group of the record's addresses.</param>
    /// <param name="read">Who may read the record may read its history.</param>
    /// <param name="one">The record, if the caller reaches it.</param>
    /// <param name="personOf">Whose personal values it holds; left out, nobody's.</param>
    public static void MapHistory<TContext, TAggregate>(
        this IEndpointRouteBuilder records, Permission read, Func<TContext, Guid, IQueryable<TAggregate>> one, Func<TAggregate, Guid?>? personOf = null)
        where TContext : ModuleDbContext
        where TAggregate : AggregateRoot
    {
        var type = Names.RecordType(typeof(TAggregate));
        records.MapGet("/{id:guid}/history", async (Guid id, ListRequest request, CancellationToken ct) =>
            {
                var db = request.Services.GetRequiredService<TContext>();
                var record = await one(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound(type, id.ToString());
                var key = personOf?.Invoke(record) is { } person ? await db.Session.Persons.ExistingKeyOf(person, ct) : null;
                return await SpecFor(request.Caller, key).Page(db.Audit.Where(a => a.RecordType == type && a.RecordId == id), request, ct);
            })
            .WithList(Described)
            .WithSummary("What was changed, by whom and when, newest first")
            .Requires(read);
    }

    private static ListSpec<AuditEntry, RecordChange> SpecFor(Caller reader, byte[]? key) => new ListSpec<AuditEntry, RecordChange>("history")
        .Key(a => a.Position)
        .Field("at", a => a.At)
        .Field("callerId", a => a.CallerId, sortable: false)
        .Field("action", a => a.Action, sortable: false)
        .DefaultSort("-at")
        .Select(a => new RecordChange(
            a.At, a.CallerId, a.CallerKind, MaskedText.Of(reader, "users.name", a.CallerName), a.Action, a.Version, Shown(reader, key, a.Changes)));

    private static IReadOnlyDictionary<string, ChangedValue> Shown(Caller reader, byte[]? key, string? changes)
    {
        if (changes is null || JsonNode.Parse(changes) is not JsonObject fields) return new Dictionary<string, ChangedValue>();
        return fields.Where(f => f.Value is JsonArray { Count: 2 } && !MaskedChanges.Hides(reader, f.Key))
            .ToDictionary(f => f.Key, f => new ChangedValue(PersonalJson.DecryptValue(f.Value![0], key), PersonalJson.DecryptValue(f.Value[1], key)));
    }
}

/// <param name="At">When.</param>
/// <param name="CallerId">Who.</param>
/// <param name="CallerKind">What that was.</param>
/// <param name="CallerName">As it was called then.</param>
/// <param name="Action">The command.</param>
/// <param name="Version">Of the record, after it.</param>
/// <param name="Changes">Path within the record to what it was before and after; of what is masked to the reader nothing is said.</param>
public sealed record RecordChange(
    DateTimeOffset At, Guid CallerId, CallerKind CallerKind, string? CallerName, string Action, int? Version, IReadOnlyDictionary<string, ChangedValue> Changes);

/// <param name="Before">Null: nothing, or it was a personal value and the person was erased.</param>
/// <param name="After">Likewise.</param>
public sealed record ChangedValue(JsonNode? Before, JsonNode? After);
