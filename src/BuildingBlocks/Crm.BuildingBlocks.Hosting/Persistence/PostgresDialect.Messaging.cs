using Crm.BuildingBlocks.Hosting.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public sealed partial class PostgresDialect
{
    private const string DoNotWaitForDisk = "SET LOCAL synchronous_commit TO OFF";

    public override IQueryable<InboxMessage> ClaimHeads(ModuleDbContext db, string consumer, DateTimeOffset now, int limit)
    {
        var sql = Heads(db);
        return db.Inbox.FromSqlRaw(sql, consumer, now.ToUniversalTime(), limit);
    }

    public override Task<List<InboxMessage>> Claim(ModuleDbContext db, string consumer, DateTimeOffset now, int limit, CancellationToken ct) =>
        ClaimStreams(db, consumer, now, limit).AsNoTracking().ToListAsync(ct);

    /// <summary>
    /// Heads and followers in one trip to the server. Both are of one snapshot: as long as a head is unfinished nobody has finished what follows it.
    /// </summary>
    public IQueryable<InboxMessage> ClaimStreams(ModuleDbContext db, string consumer, DateTimeOffset now, int limit)
    {
        var sql =
            $$"""
            WITH head AS MATERIALIZED ({{Heads(db)}})
            SELECT s.* FROM head h CROSS JOIN LATERAL (
              SELECT f.* FROM {{Table<InboxMessage>(db)}} f
              WHERE f."Consumer" = h."Consumer" AND f."Stream" = h."Stream" AND f."HandledAt" IS NULL
              ORDER BY f."StreamPosition", f."Position" LIMIT {2}) s
            ORDER BY s."Stream", s."StreamPosition", s."Position" LIMIT {2}
            """;
        return db.Inbox.FromSqlRaw(sql, consumer, now.ToUniversalTime(), limit);
    }

    public override Task<int> MarkDone<TEntity>(ModuleDbContext db, string doneAt, IReadOnlyList<long> positions, CancellationToken ct)
    {
        // Not waiting for the disk is said in the same trip; it concerns only the commit, which comes next.
        var column = Column<TEntity>(db, doneAt);
        var sql =
            $$"""
            {{DoNotWaitForDisk}};
            UPDATE {{Table<TEntity>(db)}} SET {{column}} = {0} WHERE "Position" = ANY ({1}) AND {{column}} IS NULL
            """;
        return db.Database.ExecuteSqlRawAsync(sql, [db.Time.GetUtcNow().ToUniversalTime(), positions.ToArray()], ct);
    }

    public override async Task AddToInboxes(
        IEnumerable<(ModuleDbContext Inbox, IReadOnlyList<InboxMessage> Rows)> deliveries, ModuleDbContext through, CancellationToken ct)
    {
        await using var batch = BatchOn(through);
        foreach (var (inbox, rows) in deliveries) batch.BatchCommands.Add(Insert(inbox, rows));
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(ct);
    }

    public override async Task HandOver(
        IEnumerable<(ModuleDbContext Inbox, IReadOnlyList<InboxMessage> Rows)> deliveries, ModuleDbContext outbox, IReadOnlyList<long> positions, CancellationToken ct)
    {
        // What is sent together without a transaction is one: begun, done and committed in one trip.
        await outbox.Database.OpenConnectionAsync(ct);
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)outbox.Database.GetDbConnection());
            foreach (var (inbox, rows) in deliveries) batch.BatchCommands.Add(Insert(inbox, rows));
            // SET LOCAL does nothing here: the transaction of a batch is begun by nobody.
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT set_config('synchronous_commit', 'off', true)"));
            batch.BatchCommands.Add(Delivered(outbox, positions));
            await batch.ExecuteNonQueryAsync(ct);
        }
        finally
        {
            await outbox.Database.CloseConnectionAsync();
        }
    }

    private NpgsqlBatchCommand Delivered(ModuleDbContext outbox, IReadOnlyList<long> positions)
    {
        var delivered = Column<OutboxMessage>(outbox, nameof(OutboxMessage.DeliveredAt));
        return new NpgsqlBatchCommand($"UPDATE {Table<OutboxMessage>(outbox)} SET {delivered} = $1 WHERE \"Position\" = ANY ($2) AND {delivered} IS NULL")
        {
            Parameters = { new NpgsqlParameter<DateTime> { TypedValue = outbox.Time.GetUtcNow().UtcDateTime }, new NpgsqlParameter<long[]> { TypedValue = [.. positions] } },
        };
    }

    // A row that was finished between the snapshot and its lock is looked at again by the server and dropped. The comparison with the
    // first unfinished row is written so that the planner can only look it up per row, and expects it to be true often enough
    // to walk the index of due rows until the limit: NOT EXISTS became a join over the whole backlog.
    private string Heads(ModuleDbContext db)
    {
        var table = Table<InboxMessage>(db);
        return
            $$"""
            SELECT m.* FROM {{table}} m
            WHERE m."Consumer" = {0} AND m."HandledAt" IS NULL AND m."ParkedAt" IS NULL AND m."NextAttemptAt" <= {1}
              AND (m."StreamPosition", m."Position") <= (
                SELECT e."StreamPosition", e."Position" FROM {{table}} e
                WHERE e."Consumer" = m."Consumer" AND e."Stream" = m."Stream" AND e."HandledAt" IS NULL
                ORDER BY e."StreamPosition", e."Position" LIMIT 1)
            ORDER BY m."NextAttemptAt", m."Position" LIMIT {2} FOR UPDATE OF m SKIP LOCKED
            """;
    }

    private static NpgsqlBatch BatchOn(ModuleDbContext db) =>
        new((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());

    private NpgsqlBatchCommand Insert(ModuleDbContext inbox, IReadOnlyList<InboxMessage> rows)
    {
        // Arrays instead of a list of values: one statement, prepared once, however many rows.
        var command = new NpgsqlBatchCommand(
            $"""
            INSERT INTO {Table<InboxMessage>(inbox)} ({InboxColumns(inbox)})
            SELECT id, consumer, event, body, stream, position, occurred, received, next, trace, 0
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) WITH ORDINALITY
              AS new (id, consumer, event, body, stream, position, occurred, received, next, trace, number)
            ORDER BY number
            ON CONFLICT DO NOTHING
            """);
        Add(command, rows, m => m.MessageId);
        Add(command, rows, m => m.Consumer);
        Add(command, rows, m => m.EventName);
        Add(command, rows, m => m.Body);
        Add(command, rows, m => m.Stream);
        Add(command, rows, m => m.StreamPosition);
        Add(command, rows, m => m.OccurredAt.UtcDateTime);
        Add(command, rows, m => m.ReceivedAt.UtcDateTime);
        Add(command, rows, m => m.NextAttemptAt.UtcDateTime);
        Add(command, rows, m => m.TraceParent);
        return command;
    }

    private static void Add<T>(NpgsqlBatchCommand command, IReadOnlyList<InboxMessage> rows, Func<InboxMessage, T> value) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(value)] });
}
