using System.Diagnostics;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public abstract partial class ModuleDbContext
{
    /// <summary>True when this save left something for the relay.</summary>
    internal bool HasNewOutboxMessages { get; set; }

    private async Task AddOutboxMessages(List<EntityEntry<AggregateRoot>> changed, CancellationToken ct)
    {
        if (_options.Publishes is not { } publishes) return;
        var now = Time.GetUtcNow();
        foreach (var entry in changed)
        {
            var source = entry.Entity;
            foreach (var happened in source.Raised)
            {
                if (publishes.Translate(source, happened) is not { } published) continue;
                Outbox.Add(new OutboxMessage
                {
                    Id = Guid.CreateVersion7(now),
                    EventName = EventNames.Of(published.GetType()),
                    Body = await PersonalJson.Write(published, Session.Persons, ct),
                    Stream = Names.Stream(source),
                    StreamPosition = happened.Position,
                    OccurredAt = now,
                    TraceParent = Activity.Current?.Id,
                });
                HasNewOutboxMessages = true;
            }
        }
    }

    private async Task AddAuditEntries(List<EntityEntry<AggregateRoot>> changed, CancellationToken ct)
    {
        // Consumers and projections move other people's facts; what caused them is audited where it happened.
        if (Session.Command.CommandName is not { } action || changed.Count == 0) return;
        var children = new ChangedChildren(ChangeTracker);
        foreach (var entry in changed)
        {
            Audit.Add(NewAuditEntry(action, Names.RecordType(entry.Entity.GetType()), entry.Entity.Key, entry.Entity.Version,
                await AuditedChanges.Of(entry, children, Session, !_unspoken.Contains(entry.Entity), ct)));
        }

        _unspoken.Clear();
    }

    /// <summary>
    /// Of what this save changes in an aggregate only the names of personal values are audited: they are another person's, and the erasure of that
    /// one would not reach them here.
    /// </summary>
    public void AuditWithoutPersonalValues(AggregateRoot aggregate) => _unspoken.Add(aggregate);

    /// <summary>An entry for what the change tracker cannot see, such as reading personal data or exporting.</summary>
    public void AddAuditEntry(string action, string? recordType = null, Guid? recordId = null, object? details = null) =>
        Audit.Add(NewAuditEntry(action, recordType, recordId, null, details is null ? null : JsonSerializer.Serialize(details, JsonSerializerOptions.Web)));

    private AuditEntry NewAuditEntry(string action, string? recordType, Guid? recordId, int? version, string? changes) => new()
    {
        At = Time.GetUtcNow(),
        CallerId = Session.Caller.Caller.Id,
        CallerKind = Session.Caller.Caller.Kind,
        CallerName = Session.Caller.Caller.Name,
        RemoteAddress = Session.Caller.RemoteAddress?.ToString(),
        TraceId = Activity.Current?.TraceId.ToHexString(),
        Action = action,
        RecordType = recordType,
        RecordId = recordId,
        Version = version,
        Changes = changes,
    };
}
