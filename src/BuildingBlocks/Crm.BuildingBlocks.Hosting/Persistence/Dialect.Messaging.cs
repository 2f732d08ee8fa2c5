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

    /// <summary>Inserts the rows in their order, except those whose message the consumer already has.</summary>
    /// <param name="inbox">Says which table.</param>
    /// <param name="through">Whose transaction it becomes part of; may be another module's context on the same database.</param>
    /// <param name="rows">New rows; their positions are given by the database.</param>
    /// <param name="ct">Ends the wait.</param>
    public Task AddToInbox(ModuleDbContext inbox, ModuleDbContext through, IReadOnlyList<InboxMessage> rows, CancellationToken ct) =>
        AddToInbox(inbox, through.Database.GetDbConnection(), through.Database.CurrentTransaction!.GetDbTransaction(), rows, ct);

    protected abstract Task AddToInbox(
        ModuleDbContext inbox, DbConnection connection, DbTransaction transaction, IReadOnlyList<InboxMessage> rows, CancellationToken ct);

    /// <summary>The columns that are given when a row is inserted, in this order.</summary>
    protected string InboxColumns(ModuleDbContext inbox) => string.Join(", ", new[]
    {
        nameof(InboxMessage.MessageId), nameof(InboxMessage.Consumer), nameof(InboxMessage.EventName), nameof(InboxMessage.Body),
        nameof(InboxMessage.Stream), nameof(InboxMessage.StreamPosition), nameof(InboxMessage.OccurredAt), nameof(InboxMessage.ReceivedAt),
        nameof(InboxMessage.NextAttemptAt), nameof(InboxMessage.TraceParent), nameof(InboxMessage.Attempts),
    }.Select(property => Column<InboxMessage>(inbox, property)));
}
