using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Crm.Benchmarks.Load;
using Crm.BuildingBlocks.Hosting.Persistence;

namespace Crm.Benchmarks.Duplicates;

/// <summary>Compares many persons, one in ten of them written twice, all with all, and prints what it takes for docs/performance.md.</summary>
internal sealed class DuplicatesCommand(DatabaseProvider provider, int customers)
{
    private const int Seed = 20_261_122;
    private const int WrittenTwice = 10;

    private static readonly string[] First = ["Anna", "Bruno", "Clara", "David", "Elena", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Louis", "Marta", "Nils", "Olga", "Paul"];
    private static readonly string[] Starts = ["Al", "Ber", "Car", "Dom", "Er", "Fin", "Gar", "Hol", "Ing", "Jan", "Kar", "Lind", "Mar", "Nor", "Ost", "Pet", "Ros", "Sand", "Tor", "Win"];
    private static readonly string[] Ends = ["berg", "feld", "mann", "quist", "son", "stein", "ton", "wald", "wick", "hoff", "dal", "mark", "ner", "rup", "sen", "vik"];
    private static readonly string[] Cities = ["Kiel", "Ulm", "Bonn", "Jena", "Halle", "Trier", "Worms", "Fulda", "Gera", "Hof"];

    public async Task Run(CancellationToken ct)
    {
        await using var database = await BenchmarkDatabase.Open(provider);
        await using var host = await HostUnderTest.Start(provider, database.ConnectionString, ct);
        using var company = new Company(host);
        await company.LiftLimits(ct);
        var watch = Stopwatch.StartNew();
        await CustomerFile.Import(company.Http, Persons(), ct);
        while (!await company.HasSettled(ct)) await Task.Delay(500, ct);
        Console.WriteLine(FormattableString.Invariant($"{provider}: {customers} customers in {watch.Elapsed.TotalSeconds:0} s, {host.MegabytesResident:0} MiB"));
        for (var round = 0; round < 2; round++) Console.WriteLine(await Compare(host, company.Http, ct));
    }

    private static async Task<string> Compare(HostUnderTest host, HttpClient http, CancellationToken ct)
    {
        var (watch, processor, most) = (Stopwatch.StartNew(), host.ProcessorTime, host.MegabytesResident);
        using var ended = new CancellationTokenSource();
        var sampling = Sample();
        using var accepted = await http.PostAsJsonAsync("/admin/v1/customers/duplicates/compare", new { onlyChanged = false }, ct);
        JsonNode result = (await CustomerFile.Finished(http, accepted, ct))["result"]!;
        watch.Stop();
        await ended.CancelAsync();
        await sampling;
        return FormattableString.Invariant(
            $"{result.ToJsonString()}: {watch.Elapsed.TotalSeconds:0.0} s, {(host.ProcessorTime - processor).TotalSeconds:0.0} s of processor, {most:0} MiB at most");

        async Task Sample()
        {
            while (!ended.IsCancellationRequested)
            {
                most = Math.Max(most, host.MegabytesResident);
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }

    private IEnumerable<CustomerLine> Persons()
    {
        var random = new Random(Seed);
        var last = Person(0, random);
        for (var number = 0; number < customers; number++)
        {
            // Somebody in a hurry: the names exchanged, a letter lost in the street.
            var isAgain = number % WrittenTwice == WrittenTwice - 1;
            last = isAgain
                ? last with { Code = $"D{number:000000}", Name = string.Join(' ', last.Name.Split(' ').Reverse()), Street = last.Street.Remove(2, 1), Mail = $"again{number}@example.com" }
                : Person(number, random);
            yield return last;
        }
    }

    private static CustomerLine Person(int number, Random random) => new(
        $"D{number:000000}", "person", $"{One(First, random)} {One(Starts, random)}{One(Ends, random)}", $"{One(Starts, random)}{One(Ends, random)}weg {random.Next(1, 200)}",
        One(Cities, random), $"{random.Next(10_000, 99_999)}", "DE", $"+49 30 {random.Next(1_000_000, 9_999_999)}", $"mail{number}@example.com");

    private static string One(string[] of, Random random) => of[random.Next(of.Length)];
}
