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

    // Sooner it has never been there.
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(3);

    public static async Task<string> Measure(DatabaseProvider provider, string connectionString, Company company, CancellationToken ct)
    {
        await using DbConnection connection = provider == DatabaseProvider.Sqlite ? new SqliteConnection(connectionString) : new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        for (var i = 0; i < WarmingUp; i++) await Counted(provider, connection, await Order(company, ct), ct);
        var afterAnswer = new List<double>();
        for (var i = 0; i < Orders; i++)
        {
            await Task.Delay(Between, ct);
            var order = await Order(company, ct);
            var answered = Stopwatch.GetTimestamp();
            await Counted(provider, connection, order, ct);
            afterAnswer.Add(Stopwatch.GetElapsedTime(answered).TotalMilliseconds);
        }

        afterAnswer.Sort();
        return FormattableString.Invariant(
            $"Roll-up in calm: p50 {afterAnswer[Orders / 2]:0.0} ms, p95 {afterAnswer[Orders * 95 / 100]:0.0} ms after the order's answer");
    }

    /// <summary>Waits until the facts of the order are visible, which come with their roll-ups in one commit.</summary>
    private static async Task Counted(DatabaseProvider provider, DbConnection connection, Guid order, CancellationToken ct)
    {
        var isSqlite = provider == DatabaseProvider.Sqlite;
        await using var command = connection.CreateCommand();
        // By the key: looking must not take a processor from what is waited for.
        command.CommandText = isSqlite
            ? "SELECT EXISTS (SELECT 1 FROM \"reporting_OrderFacts\" WHERE \"Generation\" = (SELECT \"Generation\" FROM \"reporting_ProjectionStates\" WHERE \"Name\" = 'live') AND \"OrderId\" = @order)"
            : "SELECT EXISTS (SELECT 1 FROM reporting.\"OrderFacts\" WHERE \"Generation\" = (SELECT \"Generation\" FROM reporting.\"ProjectionStates\" WHERE \"Name\" = 'live') AND \"OrderId\" = @order)";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@order", order);
        command.Parameters.Add(parameter);
        await command.PrepareAsync(ct);
        await Task.Delay(FirstLook, ct);
        while (!Convert.ToBoolean(await command.ExecuteScalarAsync(ct), null)) await Task.Delay(LookAgain, ct);
    }

    private static async Task<Guid> Order(Company company, CancellationToken ct) =>
        await company.PlaceOrder(ct) ?? throw new InvalidOperationException("An order was refused.");
}
