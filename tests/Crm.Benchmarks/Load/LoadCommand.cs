using System.Diagnostics;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Testing.Databases;

namespace Crm.Benchmarks.Load;

/// <summary>Drives a host of its own with bounded load and prints a table for docs/performance.md.</summary>
internal static class LoadCommand
{
    private static readonly int[] Connections = [1, 8, 32];
    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromMinutes(2);

    public static async Task Run(DatabaseProvider provider, string? connectionString, int customers, TimeSpan length, CancellationToken ct)
    {
        await using var database = connectionString is null ? await Database(provider) : null;
        var connection = connectionString ?? database!.ConnectionString;
        await using var host = await HostUnderTest.Start(provider, connection, ct);
        Console.WriteLine(FormattableString.Invariant($"{provider}: first request {host.StartTime.TotalSeconds:0.0} s after the start, {host.MegabytesResident:0} MiB idle"));
        using var company = new Company(host);
        await company.Fill(customers, ct);
        Console.WriteLine(await RollUpDelay.Measure(provider, connection, company, ct));
        Console.WriteLine(Measured.Head);
        await using var floor = connectionString is null ? await Database(provider) : null;
        var floorConnection = floor?.ConnectionString ?? connection;
        foreach (var connections in Connections)
        {
            var orders = await Measure(host, "place and confirm, 5 lines", connections, length, async token => await company.PlaceOrder(token) is not null, ct);
            Console.WriteLine($"{orders} {await CatchUp(company, ct):0.0} |");
            // Beside each other in time: on a shared machine minutes differ more than programs.
            if (provider == DatabaseProvider.Postgres) Console.WriteLine(await Floor(floorConnection, connections, length, ct));
        }

        await using var bare = await BareEndpoint.Start(provider, floorConnection);
        foreach (var connections in Connections)
        {
            Console.WriteLine(await Measure(host, "read one order with its lines", connections, length, company.ReadOrder, ct) + " |");
            Console.WriteLine(await Measurement.Run("bare endpoint, one row", connections, length, bare.Read, ct) + " | |");
            Console.WriteLine(await Measure(host, $"search among {customers} customers", connections, length, company.SearchCustomers, ct) + " |");
        }

        Console.WriteLine(FormattableString.Invariant($"{host.MegabytesResident:0} MiB after the load"));
    }

    private static async Task<string> Measure(
        HostUnderTest host, string what, int connections, TimeSpan length, Func<CancellationToken, Task<bool>> request, CancellationToken ct)
    {
        var requests = 0;
        var before = host.ProcessorTime;
        var measured = await Measurement.Run(what, connections, length, token =>
        {
            Interlocked.Increment(ref requests);
            return request(token);
        }, ct);
        var each = (host.ProcessorTime - before).TotalMilliseconds / requests;
        return FormattableString.Invariant($"{measured} {each:0.00} |");
    }

    private static async Task<string> Floor(string connection, int connections, TimeSpan length, CancellationToken ct)
    {
        var perSecond = await PgBench.TransactionsPerSecond(connection, connections, length, ct);
        return FormattableString.Invariant($"| pgbench, rows and commits of one order | {connections} | {perSecond:0} | | | | | | |");
    }

    private static async Task<double> CatchUp(Company company, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        while (!await company.HasSettled(ct))
        {
            if (watch.Elapsed > LongestCatchUp) throw new TimeoutException($"Events are still under way after {LongestCatchUp}.");
            await Task.Delay(50, ct);
        }

        return watch.Elapsed.TotalSeconds;
    }

    // Durable: a figure without fsync says nothing about orders that must survive a power cut.
    private static async Task<IBenchmarkDatabase> Database(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite
        ? new SqliteFile()
        : new DurablePostgres(await (await PostgresCluster.Durable).NewDatabase());

    private interface IBenchmarkDatabase : IAsyncDisposable
    {
        string ConnectionString { get; }
    }

    private sealed class SqliteFile : IBenchmarkDatabase
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("crm-benchmark-db-").FullName;

        public string ConnectionString => $"Data Source={Path.Combine(_folder, "crm.db")}";

        public ValueTask DisposeAsync()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class DurablePostgres(PostgresDatabase database) : IBenchmarkDatabase
    {
        public string ConnectionString => $"{database.ConnectionString};Maximum Pool Size=100";

        public ValueTask DisposeAsync() => database.DisposeAsync();
    }
}
