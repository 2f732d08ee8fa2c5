using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Crm.Host.Tests.Northwind;

/// <summary>The Northwind files and the figures that must come out of them.</summary>
internal sealed class NorthwindSample(string folder)
{
    private readonly JsonElement _expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement;

    /// <summary>Looks upwards from the test binaries; skips the test where there is no sample.</summary>
    public static NorthwindSample FindOrSkip()
    {
        for (var parent = new DirectoryInfo(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            var sample = Path.Combine(parent.FullName, "shared", "data", "northwind");
            if (Directory.Exists(sample)) return new NorthwindSample(sample);
        }

        throw new SkipException("The Northwind sample (shared/data/northwind) is not part of the repository, and is in no folder above the tests.");
    }

    public Stream Open(string file) => File.OpenRead(Path.Combine(folder, file));

    public int Count(string figure) => _expected.GetProperty(figure).GetInt32();

    public decimal Figure(string figure) => Number(_expected.GetProperty(figure).GetString());

    /// <summary>Code, name and net of the best customers, the best first.</summary>
    public IReadOnlyList<(string? Code, string? Name, decimal Net)> BestCustomers() =>
        [.. _expected.GetProperty("top3_customers").EnumerateArray().Select(c => (c.GetProperty("id").GetString(), c.GetProperty("name").GetString(), Number(c.GetProperty("net").GetString())))];

    /// <summary>Units in stock by SKU. The columns behind the product's name and its unit hold no comma, so they are counted from the right.</summary>
    public IReadOnlyDictionary<string, int> Stock()
    {
        const int UnitsInStockFromTheRight = 4;
        using var reader = new StreamReader(Open("Products.csv"));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','))
            .ToDictionary(c => c[0], c => int.Parse(c[^UnitsInStockFromTheRight], CultureInfo.InvariantCulture));
    }

    private static decimal Number(string? text) => decimal.Parse(text!, CultureInfo.InvariantCulture);
}
