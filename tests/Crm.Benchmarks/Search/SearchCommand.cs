using System.Diagnostics;
using Crm.Benchmarks.Load;
using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.Benchmarks.Search;

/// <summary>Looks for customers among many, one search after the other, and prints a table for docs/performance.md.</summary>
internal sealed class SearchCommand(DatabaseProvider provider, int customers, int searches)
{
    private const int WarmUp = 20;

    public async Task Run(CancellationToken ct)
    {
        await using var database = await BenchmarkDatabase.Open(provider);
        await using var host = await HostUnderTest.Start(provider, database.ConnectionString, ct);
        using var company = new Company(host);
        await company.LiftLimits(ct);
        var book = new CustomerBook(company.Http, customers);
        var watch = Stopwatch.StartNew();
        await book.Fill(ct);
        while (!await company.HasSettled(ct)) await Task.Delay(100, ct);
        Console.WriteLine(FormattableString.Invariant($"{provider}: {customers} customers in {watch.Elapsed.TotalSeconds:0} s"));
        Console.WriteLine("| looked for | p50 ms | p95 ms | host processor ms per request |\n| --- | ---: | ---: | ---: |");
        var all = new List<double>();
        foreach (var (kind, next) in book.Searches)
        {
            var (latencies, processor) = await Measure(host, book, next, ct);
            all.AddRange(latencies);
            Console.WriteLine(Row(kind, latencies, processor));
        }

        Console.WriteLine(Row("all of them", all, double.NaN));
    }

    private async Task<(List<double> Latencies, double Processor)> Measure(HostUnderTest host, CustomerBook book, Func<Random, string> next, CancellationToken ct)
    {
        var random = new Random(1);
        for (var i = 0; i < WarmUp; i++) await book.Search(next(random), ct);
        var latencies = new List<double>();
        var before = host.ProcessorTime;
        for (var i = 0; i < searches; i++)
        {
            var words = next(random);
            var started = Stopwatch.GetTimestamp();
            if (!await book.Search(words, ct)) throw new InvalidOperationException($"The search for '{words}' was refused.");
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return (latencies, (host.ProcessorTime - before).TotalMilliseconds / searches);
    }

    private static string Row(string what, List<double> latencies, double processor)
    {
        var sorted = latencies.Order().ToList();
        return FormattableString.Invariant($"| {what} | {sorted[sorted.Count / 2]:0.0} | {sorted[(int)(0.95 * (sorted.Count - 1))]:0.0} | {processor:0.0} |");
    }
}
