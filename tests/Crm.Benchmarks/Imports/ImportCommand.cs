using System.Diagnostics;
using Crm.Benchmarks.Load;
using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.Benchmarks.Imports;

/// <summary>Takes a file of customers in: checked only, for the first time, unchanged, and with another phone in every row. Prints a table for docs/performance.md.</summary>
internal sealed class ImportCommand(DatabaseProvider provider, int customers)
{
    public async Task Run(CancellationToken ct)
    {
        await using var database = await BenchmarkDatabase.Open(provider);
        await using var host = await HostUnderTest.Start(provider, database.ConnectionString, ct);
        using var company = new Company(host);
        await company.LiftLimits(ct);
        Console.WriteLine(FormattableString.Invariant($"{provider}: {customers} customers, {host.MegabytesResident:0} MiB before\n"));
        Console.WriteLine("| import | rows/s | s | s of processor | MiB at most |\n| --- | ---: | ---: | ---: | ---: |");
        await Measure("dry run, all new", "1", isDryRun: true);
        await Measure("real, all new", "1", isDryRun: false);
        await Measure("real, all unchanged", "1", isDryRun: false);
        await Measure("dry run, every phone another", "2", isDryRun: true);
        await Measure("real, every phone another", "2", isDryRun: false);

        async Task Measure(string what, string phones, bool isDryRun)
        {
            while (!await company.HasSettled(ct)) await Task.Delay(500, ct);
            using var ended = new CancellationTokenSource();
            var (watch, processor, sampling) = (Stopwatch.StartNew(), host.ProcessorTime, Most(host, ended.Token));
            var operation = await CustomerFile.Import(company.Http, Lines(phones), isDryRun, ct);
            watch.Stop();
            await ended.CancelAsync();
            var (seconds, used) = (watch.Elapsed.TotalSeconds, (host.ProcessorTime - processor).TotalSeconds);
            if (operation["problemCount"]!.GetValue<int>() > 0) throw new InvalidOperationException(operation.ToJsonString());
            Console.WriteLine(FormattableString.Invariant($"| {what} | {customers / seconds:0} | {seconds:0.0} | {used:0.0} | {await sampling:0} |"));
        }
    }

    private static async Task<double> Most(HostUnderTest host, CancellationToken ended)
    {
        var most = 0d;
        while (!ended.IsCancellationRequested)
        {
            most = Math.Max(most, host.MegabytesResident);
            await Task.Delay(100, CancellationToken.None);
        }

        return most;
    }

    private IEnumerable<CustomerLine> Lines(string phones) => Enumerable.Range(0, customers).Select(i => new CustomerLine(
        $"I{i:000000}", "organisation", $"Firma {i} GmbH", $"Weg {i % 200}", "Köln", $"{50_000 + (i % 1000)}", "DE", $"+49 30 {phones}{i:000000}", $"mail{i}@example.com"));
}
