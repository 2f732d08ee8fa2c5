using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Crm.BuildingBlocks;
using Crm.Customers.Contracts;
using Crm.SalesOrders.Contracts;
using Xunit;

namespace Crm.Reporting.Tests.Northwind;

/// <summary>The Northwind sample as the events that its import publishes.</summary>
internal sealed class NorthwindFiles
{
    private readonly string _folder;

    private NorthwindFiles(string folder) => _folder = folder;

    /// <summary>Looks upwards from the test binaries; skips the test where there is no sample.</summary>
    public static NorthwindFiles FindOrSkip()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var sample = Path.Combine(folder.FullName, "shared", "data", "northwind");
            if (Directory.Exists(sample)) return new NorthwindFiles(sample);
        }

        throw new SkipException("The Northwind sample (shared/data/northwind) is not part of the repository, and is in no folder above the tests.");
    }

    public JsonElement Expected => JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, "expected.json"))).RootElement;

    public static Guid IdOf(string kind, string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{key}"))[..16]);

    public IEnumerable<CustomerRegisteredV1> Customers() => Read("Customers").Select(c =>
    {
        var id = IdOf("customer", c["CustomerID"]);
        return new CustomerRegisteredV1(id, new CustomerStateV1(
            id, c["CustomerID"], "organisation", c["CompanyName"], c["Country"], c["Region"], c["City"], null, null, null, "active", null, null, null, null,
            false, false, DateTimeOffset.UnixEpoch, []));
    });

    public IEnumerable<OrderConfirmedV1> Orders()
    {
        var categories = Read("Categories").ToDictionary(c => c["CategoryID"], c => c["CategoryName"]);
        var products = Read("Products").ToDictionary(p => p["ProductID"]);
        var lines = Read("OrderDetails").ToLookup(d => d["OrderID"]);
        foreach (var order in Read("Orders"))
        {
            var sold = lines[order["OrderID"]].Select(l => Line(l, products[l["ProductID"]], categories)).ToList();
            var freight = Decimal(order["Freight"]);
            yield return new OrderConfirmedV1(IdOf("order", order["OrderID"]), new OrderStateV1(
                order["OrderID"], IdOf("customer", order["CustomerID"]), "phone", IdOf("employee", order["EmployeeID"]), null, "USD",
                DateOnly.ParseExact(order["OrderDate"], "yyyy-MM-dd", CultureInfo.InvariantCulture), order["ShipCountry"], order["ShipRegion"],
                freight, sold.Sum(l => l.Net), sold.Sum(l => l.NetExact), sold.Sum(l => l.Net) + freight, sold));
        }
    }

    private static OrderLineV1 Line(
        IReadOnlyDictionary<string, string> line, IReadOnlyDictionary<string, string> product, Dictionary<string, string> categories)
    {
        var (quantity, price, discount) = (int.Parse(line["Quantity"], CultureInfo.InvariantCulture), Decimal(line["UnitPrice"]), Decimal(line["Discount"]));
        var exact = quantity * price * (1 - discount);
        return new OrderLineV1(
            IdOf("line", $"{line["OrderID"]}/{line["ProductID"]}"), IdOf("product", line["ProductID"]), line["ProductID"], product["ProductName"],
            categories[product["CategoryID"]], quantity, price, discount, exact, Currencies.Round(exact, "USD"), null);
    }

    private IEnumerable<IReadOnlyDictionary<string, string>> Read(string name) => CsvRows.Read(Path.Combine(_folder, $"{name}.csv"));

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
