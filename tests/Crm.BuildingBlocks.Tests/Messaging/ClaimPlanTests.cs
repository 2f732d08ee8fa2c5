using System.Data.Common;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Messaging;

public sealed class ClaimPlanTests
{
    /// <summary>The usual state of a queue: when the database last looked there was nothing to do, and then comes a burst.</summary>
    [SkippableTheory, InlineData(DatabaseProvider.Sqlite), InlineData(DatabaseProvider.Postgres)]
    public async Task A_claim_walks_the_due_rows_and_looks_up_their_streams_even_when_statistics_know_an_empty_queue(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        await host.Commit<ReceiverContext>(db => db.Inbox.AddRange(Enumerable.Range(0, 2000).Select(i => Message($"parcel/{i}", 1, DateTimeOffset.UnixEpoch))));
        await host.In<ReceiverContext>(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
        await host.Commit<ReceiverContext>(db => db.Inbox.AddRange(Enumerable.Range(0, 2000).Select(i => Message($"parcel/{i / 4}", i % 4, handledAt: null))));

        var plan = await host.In(async (ReceiverContext db) =>
        {
            await db.Database.OpenConnectionAsync();
            var claim = db.Dialect is PostgresDialect postgres
                ? postgres.ClaimStreams(db, KeepMoves.Name, DateTimeOffset.UnixEpoch, 200)
                : db.Dialect.ClaimHeads(db, KeepMoves.Name, DateTimeOffset.UnixEpoch, 200);
            await using var command = claim.CreateDbCommand();
            command.CommandText = $"{(provider == DatabaseProvider.Sqlite ? "EXPLAIN QUERY PLAN" : "EXPLAIN")} {command.CommandText}";
            return await Lines(command);
        });

        plan.ShouldContain("InboxMessages_Consumer_NextAttemptAt_Position");
        plan.ShouldContain("InboxMessages_Consumer_Stream_StreamPosition_Position");
        plan.ShouldNotContain("InboxMessages_HandledAt");
        plan.ShouldNotContain("Seq Scan");
        // What was found is put in order; what is searched is not.
        plan.Split('\n').Count(line => line.Contains("Sort  (", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1, plan);
        plan.ShouldNotContain("USE TEMP B-TREE");
    }

    private static async Task<string> Lines(DbCommand command)
    {
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(reader.FieldCount - 1));
        return string.Join('\n', lines);
    }

    private static InboxMessage Message(string stream, int position, DateTimeOffset? handledAt) => new()
    {
        MessageId = Guid.CreateVersion7(),
        Consumer = KeepMoves.Name,
        EventName = "sender.parcel-moved.v1",
        Body = "{}",
        Stream = stream,
        StreamPosition = position,
        OccurredAt = DateTimeOffset.UnixEpoch,
        ReceivedAt = DateTimeOffset.UnixEpoch,
        NextAttemptAt = DateTimeOffset.UnixEpoch,
        HandledAt = handledAt,
    };
}
