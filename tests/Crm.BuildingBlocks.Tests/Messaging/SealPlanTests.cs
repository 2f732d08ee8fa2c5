using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Tests.Messaging.Receiver;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Messaging;

public sealed class SealPlanTests
{
    /// <summary>It is asked every ten seconds of a table that only grows.</summary>
    [SkippableTheory, InlineData(DatabaseProvider.Sqlite), InlineData(DatabaseProvider.Postgres)]
    public async Task Whether_an_audit_entry_waits_for_its_seal_is_known_without_reading_the_trail(DatabaseProvider provider)
    {
        await using var database = await MessagingHost.Database(provider);
        await using var host = new MessagingHost(provider, database.ConnectionString);
        await host.Commit<ReceiverContext>(db => db.Audit.AddRange(Enumerable.Range(1, 3000).Select(Sealed)));
        await host.In<ReceiverContext>(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));

        var plan = await host.In(async (ReceiverContext db) =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            var unsealed = db.Audit.Where(a => a.SealNumber == null).OrderBy(a => a.Position).Take(500).ToQueryString();
            // What the tool prints in front of the statement are its parameters, as comments or as commands of the shell.
            var statement = unsealed[unsealed.IndexOf("SELECT", StringComparison.Ordinal)..].Replace("@p", "500").Replace("@__p_0", "500");
            command.CommandText = $"{(provider == DatabaseProvider.Sqlite ? "EXPLAIN QUERY PLAN" : "EXPLAIN")} {statement}";
            var lines = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) lines.Add(reader.GetString(reader.FieldCount - 1));
            return string.Join('\n', lines);
        });

        plan.ShouldContain("AuditEntries_Position");
        plan.ShouldNotContain("Seq Scan");
    }

    private static AuditEntry Sealed(int number) => new()
    {
        At = DateTimeOffset.UnixEpoch,
        CallerId = Guid.Empty,
        CallerKind = CallerKind.Job,
        CallerName = "test",
        Action = "Test",
        SealNumber = number,
        Seal = "seal",
    };
}
