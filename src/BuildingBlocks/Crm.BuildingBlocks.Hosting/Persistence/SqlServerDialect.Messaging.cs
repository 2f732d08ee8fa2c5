using System.Data.Common;
using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Messaging;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public sealed partial class SqlServerDialect
{
    public override IQueryable<InboxMessage> ClaimHeads(ModuleDbContext db, string consumer, DateTimeOffset now, int limit)
    {
        // The hints are on the outer table alone. With READPAST on the inner one a locked predecessor would look finished, and its
        // successor would overtake it.
        var table = Table<InboxMessage>(db);
        var sql =
            $$"""
            SELECT TOP ({2}) m.* FROM {{table}} m WITH (UPDLOCK, READPAST, ROWLOCK)
            WHERE m.[Consumer] = {0} AND m.[HandledAt] IS NULL AND m.[ParkedAt] IS NULL AND m.[NextAttemptAt] <= {1}
              AND NOT EXISTS (
                SELECT 1 FROM {{table}} e
                WHERE e.[Consumer] = m.[Consumer] AND e.[Stream] = m.[Stream] AND e.[HandledAt] IS NULL
                  AND e.[StreamPosition] <= m.[StreamPosition] AND (e.[StreamPosition] < m.[StreamPosition] OR e.[Position] < m.[Position]))
            ORDER BY m.[NextAttemptAt], m.[Position]
            """;
        return db.Inbox.FromSqlRaw(sql, consumer, now.ToUniversalTime(), limit);
    }

    protected override async Task AddToInbox(
        ModuleDbContext inbox, DbConnection connection, DbTransaction transaction, IReadOnlyList<InboxMessage> rows, CancellationToken ct)
    {
        // The range lock keeps another relay from inserting the same message between the look and the insert; it then waits instead of failing.
        var table = Table<InboxMessage>(inbox);
        await using var command = new SqlCommand(
            $"""
            INSERT INTO {table} ({InboxColumns(inbox)})
            SELECT n.id, n.consumer, n.event, n.body, n.stream, n.position, n.occurred, n.received, n.[next], n.trace, 0
            FROM OPENJSON(@rows) WITH (
              number int, id uniqueidentifier, consumer nvarchar(200), event nvarchar(200), body nvarchar(max), stream nvarchar(200), position int,
              occurred datetimeoffset, received datetimeoffset, [next] datetimeoffset, trace nvarchar(200)) n
            WHERE NOT EXISTS (SELECT 1 FROM {table} e WITH (UPDLOCK, HOLDLOCK) WHERE e.[MessageId] = n.id AND e.[Consumer] = n.consumer)
            ORDER BY n.number
            """,
            (SqlConnection)connection, (SqlTransaction)transaction);
        command.Parameters.AddWithValue("@rows", JsonSerializer.Serialize(rows.Select((m, number) => new
        {
            number,
            id = m.MessageId,
            consumer = m.Consumer,
            @event = m.EventName,
            body = m.Body,
            stream = m.Stream,
            position = m.StreamPosition,
            occurred = m.OccurredAt,
            received = m.ReceivedAt,
            next = m.NextAttemptAt,
            trace = m.TraceParent,
        })));
        await command.ExecuteNonQueryAsync(ct);
    }
}
