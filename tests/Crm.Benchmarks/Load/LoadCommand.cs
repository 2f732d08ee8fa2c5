using System.Diagnostics;
using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.Benchmarks.Load;

/// <summary>What a run may be limited to.</summary>
internal enum Part
{
    RollUp,
    Orders,
    Reads,
    Search,

    /// <summary>Reads at 10,000 and at a million orders; on PostgreSQL, and only when asked for by name.</summary>
    History,
}

/// <param name="Customers">How many there are.</param>
/// <param name="Prices">Of one price list; none: orders say their discount themselves.</param>
/// <param name="Promotions">That are in force.</param>
internal sealed record CompanySize(int Customers, int Prices, int Promotions);

/// <summary>Drives a host of its own with bounded load and prints a table for docs/performance.md.</summary>
internal sealed class LoadCommand(
    DatabaseProvider provider, string? connectionString, CompanySize size, TimeSpan length, IReadOnlyList<int> atConnections, IReadOnlyCollection<Part> parts)
{
    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromMinutes(2);
    private static readonly int[] Histories = [10_000, 1_000_000];

    public async Task Run(CancellationToken ct)
    {
        await using var database = connectionString is null ? await BenchmarkDatabase.Open(provider) : null;
        var connection = connectionString ?? database!.ConnectionString;
        await using var floor = connectionString is null ? await BenchmarkDatabase.Open(provider) : null;
        var floorConnection = floor?.ConnectionString ?? connection;
        await using var host = await HostUnderTest.Start(provider, connection, ct);
        Console.WriteLine(FormattableString.Invariant($"{provider}: first request {host.StartTime.TotalSeconds:0.0} s after the start, {host.MegabytesResident:0} MiB idle"));
        using var company = new Company(host);
        var watch = Stopwatch.StartNew();
        await company.Fill(size.Customers, ct);
        await company.Publish(size.Prices, size.Promotions, ct);
        Console.WriteLine(FormattableString.Invariant(
            $"{size.Customers} customers, products and first orders in {watch.Elapsed.TotalSeconds:0.0} s; {size.Prices} prices, {size.Promotions} promotions"));
        if (parts.Contains(Part.RollUp)) Console.WriteLine(await RollUpDelay.Measure(provider, connection, company, ct));
        Console.WriteLine(Measured.Head);
        if (parts.Contains(Part.Orders)) await Orders(host, company, floorConnection, ct);
        if (parts.Contains(Part.Reads)) await Reads(host, company, floorConnection, ct);
        if (parts.Contains(Part.Search)) await Searches(host, company, ct);
        if (parts.Contains(Part.History)) await Reads(host, company, connection, Histories, ct);
        Console.WriteLine(FormattableString.Invariant($"{host.MegabytesResident:0} MiB after the load"));
    }

    private async Task Orders(HostUnderTest host, Company company, string floorConnection, CancellationToken ct)
    {
        foreach (var connections in atConnections)
        {
            var orders = await Measure(host, "place and confirm, 5 lines", connections, async token => await company.PlaceOrder(token) is not null, ct);
            Console.WriteLine($"{orders} {await CatchUp(company, ct):0.0} |");
            // Beside each other in time: on a shared machine minutes differ more than programs.
            if (provider == DatabaseProvider.Postgres) Console.WriteLine(await Floor(floorConnection, connections, ct));
        }
    }

    private async Task Reads(HostUnderTest host, Company company, string floorConnection, CancellationToken ct)
    {
        await using var bare = await BareEndpoint.Start(provider, floorConnection);
        foreach (var connections in atConnections)
        {
            Console.WriteLine(await Measure(host, "read one order with its lines", connections, company.ReadOrder, ct) + " |");
            Console.WriteLine(await Measurement.Run("bare endpoint, one row", connections, length, bare.Read, ct) + " | |");
        }
    }

    private async Task Reads(HostUnderTest host, Company company, string connection, IEnumerable<int> histories, CancellationToken ct)
    {
        await using var history = new OrderHistory(connection);
        foreach (var orders in histories)
        {
            await history.Grow(orders, ct);
            company.ReadOf(await history.Some(5_000, ct));
            foreach (var connections in atConnections)
            {
                Console.WriteLine(await Measure(host, $"read one of {orders} orders", connections, company.ReadOrder, ct) + " |");
                Console.WriteLine(await Measure(host, $"a customer's orders among {orders}", connections, company.ListOrdersOfCustomer, ct) + " |");
            }
        }
    }

    private async Task Searches(HostUnderTest host, Company company, CancellationToken ct)
    {
        foreach (var connections in atConnections)
            Console.WriteLine(await Measure(host, $"search among {size.Customers} customers", connections, company.SearchCustomers, ct) + " |");
    }

    private async Task<string> Measure(
        HostUnderTest host, string what, int connections, Func<CancellationToken, Task<bool>> request, CancellationToken ct)
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

    private async Task<string> Floor(string connection, int connections, CancellationToken ct)
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
}
