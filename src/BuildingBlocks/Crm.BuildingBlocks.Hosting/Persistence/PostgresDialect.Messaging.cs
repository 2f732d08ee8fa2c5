using System.Data.Common;
using Crm.BuildingBlocks.Hosting.Messaging;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public sealed partial class PostgresDialect
{
    public override async Task<WriteTransaction> BeginRepeatable(DbContext db, CancellationToken ct)
    {
        var transaction = await BeginWrite(db, ct);
        try
        {
            await db.Database.ExecuteSqlRawAsync("SET LOCAL synchronous_commit TO OFF", ct);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public override IQueryable<InboxMessage> ClaimHeads(ModuleDbContext db, string consumer, DateTimeOffset now, int limit)
    {
        // A row that was finished between the snapshot and its lock is looked at again by the server and dropped. The comparison with the
        // first unfinished row is written so that the planner can only look it up per row, and expects it to be true often enough
        // to walk the index of due rows until the limit: NOT EXISTS became a join over the whole backlog.
        var table = Table<InboxMessage>(db);
        var sql =
            $$"""
            SELECT m.* FROM {{table}} m
            WHERE m."Consumer" = {0} AND m."HandledAt" IS NULL AND m."ParkedAt" IS NULL AND m."NextAttemptAt" <= {1}
              AND (m."StreamPosition", m."Position") <= (
                SELECT e."StreamPosition", e."Position" FROM {{table}} e
                WHERE e."Consumer" = m."Consumer" AND e."Stream" = m."Stream" AND e."HandledAt" IS NULL
                ORDER BY e."StreamPosition", e."Position" LIMIT 1)
            ORDER BY m."NextAttemptAt", m."Position" LIMIT {2} FOR UPDATE OF m SKIP LOCKED
            """;
        return db.Inbox.FromSqlRaw(sql, consumer, now.ToUniversalTime(), limit);
    }

    protected override async Task AddToInbox(
        ModuleDbContext inbox, DbConnection connection, DbTransaction transaction, IReadOnlyList<InboxMessage> rows, CancellationToken ct)
    {
        // Arrays instead of a list of values: one statement, prepared once, however many rows.
        await using var command = new NpgsqlCommand(
            $"""
            INSERT INTO {Table<InboxMessage>(inbox)} ({InboxColumns(inbox)})
            SELECT id, consumer, event, body, stream, position, occurred, received, next, trace, 0
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) WITH ORDINALITY
              AS new (id, consumer, event, body, stream, position, occurred, received, next, trace, number)
            ORDER BY number
            ON CONFLICT DO NOTHING
            """,
            (NpgsqlConnection)connection, (NpgsqlTransaction)transaction);
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
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Add<T>(NpgsqlCommand command, IReadOnlyList<InboxMessage> rows, Func<InboxMessage, T> value) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(value)] });
}
