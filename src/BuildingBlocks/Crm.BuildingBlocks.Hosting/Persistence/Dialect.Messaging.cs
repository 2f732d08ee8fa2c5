using System.Data.Common;
using Crm.BuildingBlocks.Hosting.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public abstract partial class Dialect
{
    /// <summary>One transaction at a time can write: looking first whether there is anything to do costs less than its turn.</summary>
    public virtual bool HasOneWriter => false;

    /// <summary>
    /// Begins a transaction whose loss in a power cut means no more than doing it again, because what it did and the mark that it was
    /// done are lost together. It need not wait for the disk. A crash of the process loses nothing in either case.
    /// </summary>
    public virtual Task<WriteTransaction> BeginRepeatable(DbContext db, CancellationToken ct) => BeginWrite(db, ct);

    /// <summary>
    /// Locks and reads the first unfinished row of each stream of a consumer, oldest first, if it is due and not parked. A row that
    /// another transaction has locked is passed over; its successors are not taken in its place.
    /// </summary>
    public abstract IQueryable<InboxMessage> ClaimHeads(ModuleDbContext db, string consumer, DateTimeOffset now, int limit);

    /// <summary>
    /// <see cref="ClaimHeads"/>, and behind each of those rows the unfinished rows of its stream, which nobody takes without its lock. By
    /// stream and position, at most <paramref name="limit"/> rows.
    /// </summary>
    public virtual async Task<List<InboxMessage>> Claim(ModuleDbContext db, string consumer, DateTimeOffset now, int limit, CancellationToken ct)
    {
        var heads = await ClaimHeads(db, consumer, now, limit).AsNoTracking().ToListAsync(ct);
        if (heads.Count == 0 || heads.Count == limit) return heads;
        var streams = heads.ConvertAll(m => m.Stream);
        return await db.Inbox.AsNoTracking()
            .Where(m => m.Consumer == consumer && m.HandledAt == null && EF.Parameter(streams).Contains(m.Stream))
            .OrderBy(m => m.Stream).ThenBy(m => m.StreamPosition).ThenBy(m => m.Position)
            .Take(limit)
            .ToListAsync(ct);
    }

    /// <summary>
    /// Marks rows as done that are not yet. It is the last act of a transaction from <see cref="BeginRepeatable"/>.
    /// </summary>
    /// <param name="db">Whose table.</param>
    /// <param name="doneAt">The property that says when it was done.</param>
    /// <param name="positions">Keys of the rows.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <returns>How many were not done yet.</returns>
    public virtual Task<int> MarkDone<TEntity>(ModuleDbContext db, string doneAt, IReadOnlyList<long> positions, CancellationToken ct)
        where TEntity : class
    {
        DateTimeOffset? now = db.Time.GetUtcNow();
        return db.Set<TEntity>()
            .Where(m => EF.Parameter(positions).Contains(EF.Property<long>(m, nameof(InboxMessage.Position))) && EF.Property<DateTimeOffset?>(m, doneAt) == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => EF.Property<DateTimeOffset?>(m, doneAt), now), ct);
    }

    /// <summary>Inserts the rows in their order, except those whose message the consumer already has.</summary>
    /// <param name="deliveries">Rows by the context that says into which table. Their positions are given by the database.</param>
    /// <param name="through">Whose transaction it becomes part of; may be another module's context on the same database.</param>
    /// <param name="ct">Ends the wait.</param>
    public virtual async Task AddToInboxes(
        IEnumerable<(ModuleDbContext Inbox, IReadOnlyList<InboxMessage> Rows)> deliveries, ModuleDbContext through, CancellationToken ct)
    {
        var (connection, transaction) = (through.Database.GetDbConnection(), through.Database.CurrentTransaction!.GetDbTransaction());
        foreach (var (inbox, rows) in deliveries) await AddToInbox(inbox, connection, transaction, rows, ct);
    }

    /// <summary>
    /// Inserts the rows as <see cref="AddToInboxes"/> does and marks the messages they were made of as delivered, in a transaction of its own
    /// like those of <see cref="BeginRepeatable"/>.
    /// </summary>
    public virtual async Task HandOver(
        IEnumerable<(ModuleDbContext Inbox, IReadOnlyList<InboxMessage> Rows)> deliveries, ModuleDbContext outbox, IReadOnlyList<long> positions, CancellationToken ct)
    {
        await using var transaction = await BeginRepeatable(outbox, ct);
        await AddToInboxes(deliveries, outbox, ct);
        await MarkDone<OutboxMessage>(outbox, nameof(OutboxMessage.DeliveredAt), positions, ct);
        await transaction.Commit(ct);
    }

    /// <summary>Needed where <see cref="AddToInboxes"/> is not overridden.</summary>
    protected virtual Task AddToInbox(
        ModuleDbContext inbox, DbConnection connection, DbTransaction transaction, IReadOnlyList<InboxMessage> rows, CancellationToken ct) => throw new NotSupportedException();

    /// <summary>The columns that are given when a row is inserted, in this order.</summary>
    protected string InboxColumns(ModuleDbContext inbox) => string.Join(", ", new[]
    {
        nameof(InboxMessage.MessageId), nameof(InboxMessage.Consumer), nameof(InboxMessage.EventName), nameof(InboxMessage.Body),
        nameof(InboxMessage.Stream), nameof(InboxMessage.StreamPosition), nameof(InboxMessage.OccurredAt), nameof(InboxMessage.ReceivedAt),
        nameof(InboxMessage.NextAttemptAt), nameof(InboxMessage.TraceParent), nameof(InboxMessage.Attempts),
    }.Select(property => Column<InboxMessage>(inbox, property)));
}
