using System.Globalization;
using System.Text.Json;
using Crm.Pricing;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Domain;

public sealed class NorthwindArithmeticTests
{
    [SkippableFact]
    public void The_exact_nets_of_real_lines_add_up_to_the_known_total()
    {
        var folder = Northwind.Folder;
        Skip.If(folder is null, "The Northwind sample (shared/data/northwind) is not part of the repository, and is in no folder above the tests.");
        var lines = File.ReadLines(Path.Combine(folder, "OrderDetails.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));

        var nets = lines.ConvertAll(l => LineNet.Of(Whole(l[3]), Number(l[2]), Number(l[4]), "USD"));

        nets.Count.ShouldBe(2155);
        nets.Sum(n => n.Exact).ShouldBe(Number(expected.RootElement.GetProperty("net_total_unrounded").GetString()!));
        Math.Round(nets.Sum(n => n.Exact), 2, MidpointRounding.AwayFromZero).ShouldBe(Number(expected.RootElement.GetProperty("net_total").GetString()!));
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

internal static class Northwind
{
    /// <summary>Where the files are; null on a machine that lacks them.</summary>
    public static string? Folder { get; } = Above(AppContext.BaseDirectory);

    private static string? Above(string? start)
    {
        for (var at = start; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Combine(at, "shared", "data", "northwind") is var folder && File.Exists(Path.Combine(folder, "expected.json"))) return folder;
        }

        return null;
    }
}
