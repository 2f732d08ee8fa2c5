using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Contracts;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Imports;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Tests.Domain;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ImportingFilesTests
{
    private const string Module = "sales-orders";

    private const string ProductProfile = """
        { "target": "sales-orders.products", "key": { "system": "erp", "columns": ["Id"] },
          "fields": { "sku": { "column": "Sku" }, "name": { "column": "Name" }, "listPrice": { "column": "Price" },
                      "currency": { "constant": "EUR" }, "onHand": { "column": "Stock" } } }
        """;

    [SkippableTheory, EveryProvider]
    public async Task Products_come_in_with_their_stock_and_a_second_time_change_but_keep_the_stock_they_have_by_then(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var first = await host.Harness.Import(Module, ProductProfile, "Id,Sku,Name,Price,Stock\n1,A,Chai,18,5\n2,B,Chang,19,0\n3,A,Twice,1,1\n4,C,Wrong,-1,1\n");
        await host.Do(new MoveStock { ProductId = (await host.Stock("A")).ProductId.Value, Change = 2 });
        var second = await host.Harness.Import(Module, ProductProfile, "Id,Sku,Name,Price,Stock\n1,A,Chai,18.5,5\n2,B,Chang,19,0\n");

        first.Counts.ShouldBe((2, 0, 0, 2), string.Join("\n", first.Problems));
        first.Problems.Count.ShouldBe(2);
        first.Problems.ShouldContain(p => p.Contains(SalesOrdersRules.SkuTaken.Code));
        second.Counts.ShouldBe((0, 1, 1, 0), string.Join("\n", second.Problems));
        (await host.Stock("A")).OnHand.ShouldBe(7);
        (await host.See(db => db.Products.AsNoTracking().SingleAsync(p => p.Sku == "A"))).ListPrice.ShouldBe(18.5m);
    }

    [Fact]
    public async Task A_row_that_says_what_there_is_says_all_of_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(new AddProduct { Sku = "A", Name = "Chai", ListPrice = 18m, Currency = "EUR", Barcode = "4006381333931", Cost = 9m });
        var product = await host.See(db => db.Products.AsNoTracking().SingleAsync());

        var said = new ProductRow("", "", 0m, "").Saying(product);

        (said.Sku, said.Name, said.Cost, said.Barcode).ShouldBe(("A", "Chai", 9m, "4006381333931"));
        said.ToFacts(present: null).ShouldBe(product.Facts);
    }

    [SkippableFact]
    public async Task Northwind_comes_in_whole_with_its_own_dates_and_prices_and_the_stock_of_the_file()
    {
        Skip.If(Northwind.Folder is null, "The Northwind sample (shared/data/northwind) is not part of the repository, and is in no folder above the tests.");
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        foreach (var code in Column("Customers.csv")) await NorthwindCustomer(host, code);
        foreach (var employee in Column("Employees.csv").Where(e => int.TryParse(e, out _))) await host.Salesperson($"northwind-{employee}");

        var products = await host.Harness.Import(Module, "northwind-products", Text("Products.csv"));
        var orders = await host.Harness.Import(Module, "northwind-orders", Text("Orders.csv"), Text("OrderDetails.csv"));

        products.Counts.ShouldBe((77, 0, 0, 0), string.Join("\n", products.Problems));
        orders.Counts.ShouldBe((830, 0, 0, 0), string.Join("\n", orders.Problems));
        var all = await host.See(db => db.Orders.AsNoTracking().ToListAsync());
        all.Sum(o => o.NetExact).ShouldBe(1265793.0395m);
        all.Sum(o => o.Freight).ShouldBe(64942.69m);
        all.Sum(o => o.Lines.Count).ShouldBe(2155);
        all.Where(o => o.OrderedOn.Year == 1997).Sum(o => o.NetExact).ShouldBe(617085.20m, tolerance: 0.005m);
        all.Count(o => o.Status == OrderStatus.Confirmed).ShouldBe(21);
        var levels = await host.See(db => db.StockLevels.AsNoTracking().ToListAsync());
        levels.Sum(l => l.OnHand).ShouldBe(3119);
        levels.ShouldAllBe(l => l.Allocated <= l.OnHand);
        (await host.See(db => db.StockMovements.SumAsync(m => m.Change))).ShouldBe(3119);
        (await host.See(db => db.StockMovements.MinAsync(m => m.MovedOn))).ShouldBe(new DateOnly(1996, 7, 3));
    }

    private static Task NorthwindCustomer(SalesOrdersHost host, string code)
    {
        var id = Guid.CreateVersion7();
        return host.Hear(new CustomerRegisteredV1(id, Customers.State(id, code)), id, version: 1);
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Northwind.Folder!, file));

    private static IEnumerable<string> Column(string file) => Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[0]);
}
