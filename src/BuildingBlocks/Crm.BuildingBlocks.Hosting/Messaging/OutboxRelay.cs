using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>
/// Copies what one module promised into the inboxes of the consumers. It takes no lock: copying twice does nothing, and every relay
/// copies each stream from its first pending row, so that a stream in an inbox is always a prefix, however many relays there are.
/// </summary>
public sealed class OutboxRelay(
    ModuleDescription module, Subscriptions subscriptions, MessageSignals signals, WorkTurns turns, IServiceScopeFactory scopes,
    TimeProvider time, IOptions<MessagingOptions> options)
{
    private string _continueAt = "";

    public ModuleDescription Module { get; } = module;

    /// <summary>Delivers the next rows.</summary>
    /// <returns>How many; as many as <see cref="MessagingOptions.LargestDelivery"/> means there may be more.</returns>
    public async Task<int> RunOnce(CancellationToken ct)
    {
        using var turn = await turns.Take(ct);
        await using var scope = scopes.CreateJobScope($"{Module.Name}.relay");
        var db = scope.ServiceProvider.ContextOf(Module);
        var pending = await Pending(db, ct);
        if (pending.Count == 0) return 0;

        var deliveries = Deliveries(pending, scope.ServiceProvider);
        foreach (var elsewhere in deliveries.Where(d => !d.SharesDatabaseOf(db)))
        {
            await using var transaction = await elsewhere.Inbox.Dialect.BeginWrite(elsewhere.Inbox, ct);
            await elsewhere.Inbox.Dialect.AddToInboxes([(elsewhere.Inbox, elsewhere.Rows)], elsewhere.Inbox, ct);
            await transaction.Commit(ct);
        }

        var here = deliveries.Where(d => d.SharesDatabaseOf(db)).Select(d => (d.Inbox, d.Rows));
        await db.Dialect.HandOver(here, db, pending.ConvertAll(m => m.Position), ct);
        foreach (var delivery in deliveries) delivery.Wake(signals);
        return pending.Count;
    }

    /// <summary>
    /// In the order of the index, so that no stream is ever started in its middle; the next read goes on where this one ended, so that
    /// no stream is passed over for long because of its name.
    /// </summary>
    private async Task<List<OutboxMessage>> Pending(ModuleDbContext db, CancellationToken ct)
    {
        var from = _continueAt;
        var limit = options.Value.LargestDelivery;
        var pending = await db.Outbox.AsNoTracking()
            .Where(m => m.DeliveredAt == null && string.Compare(m.Stream, from) >= 0)
            .OrderBy(m => m.Stream).ThenBy(m => m.StreamPosition)
            .Take(limit)
            .ToListAsync(ct);
        _continueAt = pending.Count < limit ? "" : pending[^1].Stream;
        return pending.Count == 0 && from.Length > 0 ? await Pending(db, ct) : pending.InStreamOrder();
    }

    private List<Delivery> Deliveries(List<OutboxMessage> pending, IServiceProvider scope)
    {
        var now = time.GetUtcNow();
        return [..
            from message in pending
            from subscription in subscriptions.To(message.EventName)
            group InboxMessages.From(message, subscription.Consumer.Name, now) by subscription.Module into rows
            orderby rows.Key.Name
            select new Delivery(rows.Key.Name, scope.ContextOf(rows.Key), [.. rows])];
    }

    private sealed record Delivery(string Module, ModuleDbContext Inbox, IReadOnlyList<InboxMessage> Rows)
    {
        // Where both live in one database, copy and mark are one commit.
        public bool SharesDatabaseOf(ModuleDbContext publisher) => ReferenceEquals(Inbox.Dialect, publisher.Dialect);

        public void Wake(MessageSignals signals)
        {
            foreach (var consumer in Rows.Select(r => r.Consumer).Distinct()) signals.Of(Module).Inbox(consumer).Set();
        }
    }
}
