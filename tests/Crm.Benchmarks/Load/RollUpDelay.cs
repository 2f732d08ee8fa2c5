using System.Data.Common;
using System.Diagnostics;
using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Crm.Benchmarks.Load;

/// <summary>How soon a report shows an order, seen by another connection to the database, while hardly anything else happens.</summary>
internal static class RollUpDelay
{
    // A host that has just started still compiles and measures its own code; what is asked for is what a running one does.
    private const int WarmingUp = 250;
    private const int Orders = 50;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(1);

    public static async Task<string> Measure(DatabaseProvider provider, string connectionString, Company company, CancellationToken ct)
    {
        await using DbConnection connection = provider == DatabaseProvider.Sqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        for (var i = 0; i < WarmingUp; i++) await Counted(provider, connection, await Order(company, ct), ct);
        var afterSave = new List<double>();
        var afterAnswer = new List<double>();
        for (var i = 0; i < Orders; i++)
        {
            await Task.Delay(Between, ct);
            var order = await Order(company, ct);
            var answered = Stopwatch.GetTimestamp();
            var occurredAt = await Counted(provider, connection, order, ct);
            afterAnswer.Add(Stopwatch.GetElapsedTime(answered).TotalMilliseconds);
            afterSave.Add((TimeProvider.System.GetUtcNow() - occurredAt).TotalMilliseconds);
        }

        afterSave.Sort();
        afterAnswer.Sort();
        return FormattableString.Invariant(
            $"Roll-up in calm: p50 {afterSave[Orders / 2]:0.0} ms, p95 {afterSave[Orders * 95 / 100]:0.0} ms after the order's save began; p50 {afterAnswer[Orders / 2]:0.0} ms after its answer");
    }

    /// <summary>Waits until the facts of the order are visible.</summary>
    /// <returns>When its event was written, which is before its transaction was committed.</returns>
    private static async Task<DateTimeOffset> Counted(DatabaseProvider provider, DbConnection connection, Guid order, CancellationToken ct)
    {
        var table = provider == DatabaseProvider.Sqlite ? "\"reporting_InboxMessages\"" : "reporting.\"InboxMessages\"";
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT \"Stream\", \"HandledAt\" IS NOT NULL, \"OccurredAt\" FROM {table} WHERE \"Consumer\" = 'reporting.facts' ORDER BY \"Position\" DESC LIMIT 10";
        while (true)
        {
            await using (var reader = await command.ExecuteReaderAsync(ct))
            {
                while (await reader.ReadAsync(ct))
                {
                    if (reader.GetString(0) == $"order/{order}" && Convert.ToBoolean(reader.GetValue(1), null)) return At(provider, reader);
                }
            }

            await Task.Delay(LookAgain, ct);
        }
    }

    private static async Task<Guid> Order(Company company, CancellationToken ct) =>
        await company.PlaceOrder(ct) ?? throw new InvalidOperationException("An order was refused.");

    private static DateTimeOffset At(DatabaseProvider provider, DbDataReader reader) =>
        provider == DatabaseProvider.Sqlite ? new DateTimeOffset(reader.GetInt64(2), TimeSpan.Zero) : reader.GetFieldValue<DateTimeOffset>(2);
}
