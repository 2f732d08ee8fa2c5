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
        Console.WriteLine(Measured.Head);
        foreach (var connections in Connections)
        {
            var orders = await Measurement.Run("place and confirm, 5 lines", connections, length, (_, token) => company.PlaceOrder(1, token), ct);
            Console.WriteLine($"{orders} caught up {await CatchUp(company, ct):0.0} s later");
        }

        foreach (var connections in Connections)
        {
            Console.WriteLine(await Measurement.Run("read one order with its lines", connections, length, (_, token) => company.ReadOrder(token), ct));
            Console.WriteLine(await Measurement.Run($"search among {customers} customers", connections, length, (_, token) => company.SearchCustomers(token), ct));
        }

        Console.WriteLine(FormattableString.Invariant($"{host.MegabytesResident:0} MiB after the load"));
        await Floor(provider, connectionString is null ? null : connection, length, ct);
    }

    private static async Task Floor(DatabaseProvider provider, string? connectionString, TimeSpan length, CancellationToken ct)
    {
        await using var database = connectionString is null ? await Database(provider) : null;
        var connection = connectionString ?? database!.ConnectionString;
        await using (var bare = await BareEndpoint.Start(provider, connection))
        {
            foreach (var connections in Connections)
                Console.WriteLine(await Measurement.Run("bare endpoint, one row", connections, length, (_, token) => bare.Read(token), ct));
        }

        if (provider != DatabaseProvider.Postgres) return;
        foreach (var connections in Connections)
            Console.WriteLine(FormattableString.Invariant($"| pgbench, rows and commits of one order | {connections} | {await PgBench.TransactionsPerSecond(connection, connections, length, ct):0} | | | | |"));
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
