using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>What an administrator can do about a message that got stuck. Each step is audited in the module it belongs to.</summary>
public sealed class MessageRepairs(ModuleCatalog catalog, IServiceProvider scope, KeyedWork repairs, MessageSignals signals, TimeProvider time)
{
    private const int LongestReason = 1000;

    /// <summary>Tries the message again now, with all its attempts before it.</summary>
    public Task Replay(string module, long position, CancellationToken ct) => Change(module, position, "ReplayMessage", reason: null, ct);

    /// <summary>Gives the message up for good: its effect never happens, and its stream goes on without it.</summary>
    public Task Discard(string module, long position, string reason, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason
            ? throw new InvalidInput("/reason", MessageRules.ReasonMissing, LongestReason)
            : Change(module, position, "DiscardMessage", reason, ct);

    /// <summary>Replays everything that is parked, such as after a defect of the consumer was mended.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ReplayParked(string module, string? consumer, CancellationToken ct)
    {
        var description = Find(module);
        var db = scope.ContextOf(description);
        var replayed = await repairs.Run(
            db,
            async token =>
            {
                var now = time.GetUtcNow();
                var count = await db.Inbox
                    .Where(m => m.HandledAt == null && m.ParkedAt != null && (consumer == null || m.Consumer == consumer))
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(m => m.ParkedAt, (DateTimeOffset?)null).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NextAttemptAt, now),
                        token);
                if (count > 0) db.AddAuditEntry("ReplayParkedMessages", details: new { consumer, count });
                return count;
            },
            ct);
        foreach (var known in description.Consumers) signals.Of(module).Inbox(known.Name).Set();
        return replayed;
    }

    private async Task Change(string module, long position, string action, string? reason, CancellationToken ct)
    {
        var db = scope.ContextOf(Find(module));
        var consumer = await repairs.Run(
            db,
            async token =>
            {
                var message = await db.Inbox.AsNoTracking().SingleOrDefaultAsync(m => m.Position == position, token)
                    ?? throw new ResourceNotFound("message", $"{position}");
                var changed = reason is null ? await Release(db, position, token) : await GiveUp(db, position, reason, token);
                if (changed == 0) throw MessageRules.NotStuck.Broken(position);
                db.AddAuditEntry(action, "message", message.MessageId, new { position, message.Consumer, message.Stream, reason });
                return message.Consumer;
            },
            ct);
        signals.Of(module).Inbox(consumer).Set();
    }

    private Task<int> Release(ModuleDbContext db, long position, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        return Stuck(db, position).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.ParkedAt, (DateTimeOffset?)null).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NextAttemptAt, now), ct);
    }

    private Task<int> GiveUp(ModuleDbContext db, long position, string reason, CancellationToken ct)
    {
        DateTimeOffset? now = time.GetUtcNow();
        return Stuck(db, position).ExecuteUpdateAsync(set => set.SetProperty(m => m.HandledAt, now).SetProperty(m => m.DiscardReason, reason), ct);
    }

    private static IQueryable<InboxMessage> Stuck(ModuleDbContext db, long position) =>
        db.Inbox.Where(m => m.Position == position && m.HandledAt == null && (m.ParkedAt != null || m.Attempts > 0));

    private ModuleDescription Find(string module) => catalog.Find(module) ?? throw new ResourceNotFound("module", module);
}
