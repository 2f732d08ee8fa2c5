using System.Data.Common;
using Crm.BuildingBlocks.Hosting.Messaging;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public sealed partial class SqliteDialect
{
    public override bool HasOneWriter => true;

    public override async Task<WriteTransaction> BeginRepeatable(DbContext db, CancellationToken ct)
    {
        // The next ordinary commit brings the log to the disk together with this one. Opening the connection sets it back.
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=NORMAL", ct);
            return await BeginWrite(db, ct);
        }
        finally
        {
            // The transaction keeps it open.
            await db.Database.CloseConnectionAsync();
        }
    }

    public override IQueryable<InboxMessage> ClaimHeads(ModuleDbContext db, string consumer, DateTimeOffset now, int limit) =>
        db.Inbox
            .Where(m => m.Consumer == consumer && m.HandledAt == null && m.ParkedAt == null && m.NextAttemptAt <= now)
            .Where(m => !db.Inbox.Any(e => e.Consumer == m.Consumer && e.Stream == m.Stream && e.HandledAt == null
                && e.StreamPosition <= m.StreamPosition && (e.StreamPosition < m.StreamPosition || e.Position < m.Position)))
            .OrderBy(m => m.NextAttemptAt).ThenBy(m => m.Position)
            .Take(limit);

    protected override async Task AddToInbox(
        ModuleDbContext inbox, DbConnection connection, DbTransaction transaction, IReadOnlyList<InboxMessage> rows, CancellationToken ct)
    {
        await using var command = ((SqliteConnection)connection).CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText =
            $"INSERT INTO {Table<InboxMessage>(inbox)} ({InboxColumns(inbox)}) VALUES ($id, $consumer, $event, $body, $stream, $position, $occurred, $now, $next, $trace, 0) ON CONFLICT DO NOTHING";
        foreach (var name in new[] { "$id", "$consumer", "$event", "$body", "$stream", "$position", "$occurred", "$now", "$next", "$trace" })
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        foreach (var row in rows)
        {
            object?[] values =
            [
                row.MessageId, row.Consumer, row.EventName, row.Body, row.Stream, row.StreamPosition,
                row.OccurredAt.UtcTicks, row.ReceivedAt.UtcTicks, row.NextAttemptAt.UtcTicks, row.TraceParent,
            ];
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
