using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Pricing;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class CatalogueTests
{
    private const string Module = "sales-orders";

    private const string Profile = """
        { "target": "sales-orders.products", "key": { "system": "erp", "columns": ["Id"] },
          "fields": { "sku": { "column": "Id" }, "name": { "column": "Id" }, "listPrice": { "constant": "5" }, "currency": { "constant": "EUR" },
                      "category": { "column": "Category" }, "unitOfMeasure": { "column": "Unit" }, "taxClass": { "column": "Tax" }, "isTracked": { "column": "Tracked" },
                      "activeTo": { "column": "To" }, "cost": { "column": "Cost" }, "currentCost": { "column": "Current" },
                      "unknownCategory": { "constant": "UNKNOWN" } } }
        """;

    [SkippableTheory, EveryProvider]
    public async Task Categories_are_a_tree_without_circles_however_many_move_them_at_once(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var ids = new List<Guid>();
        for (var i = 0; i < 8; i++) ids.Add(await Category(host, $"C{i}"));

        for (var round = 0; round < 3; round++)
        {
            var outcomes = await Racing.AtOnce(8, i => host.Do(new ChangeCategory { Id = ids[i], Names = Names($"C{i}"), Parent = $"C{(i + 1 + round) % 8}" }));
            outcomes.ShouldContain(o => o == null);
            outcomes.OfType<Exception>().ShouldAllBe(o => o is RuleBroken && ((RuleBroken)o).Rule == CatalogueRules.CategoryBelowItself);
        }

        var tree = await host.See(db => db.CategoryTree(CancellationToken.None));
        Enumerable.Range(0, 8).ShouldAllBe(i => tree.PathOf($"C{i}")[0] == $"C{i}");
        var root = Enumerable.Range(0, 8).Select(i => $"C{i}").First(c => tree.PathOf(c).Count == 1);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ChangeCategory { Id = ids[root[1] - '0'], Names = Names("X"), Parent = tree.Below(root)[^1] })))
            .Rule.ShouldBe(CatalogueRules.CategoryBelowItself);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_category_in_use_stays_or_gives_its_products_and_those_below_to_another(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var tea = await Category(host, "Tea");
        await Category(host, "Green", parent: "Tea");
        await Category(host, "Drinks");
        var id = (await host.Do(Product("A") with { Category = "Tea" })).Id;

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Product("B") with { Category = "Coffee" }))).Rule.ShouldBe(CatalogueRules.CategoryUnknown);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new DeleteCategory { Id = tea }))).Rule.ShouldBe(CatalogueRules.CategoryInUse);
        await host.Do(new DeleteCategory { Id = tea, ReassignTo = "Drinks" });

        var product = await host.See(db => db.Products.AsNoTracking().SingleAsync(p => p.Id == new ProductId(id)));
        product.Category.ShouldBe("Drinks");
        (await host.See(db => db.CategoryTree(CancellationToken.None))).PathOf("Green").ShouldBe(["Green", "Drinks"]);
        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(ProductChangedV1))).Cast<ProductChangedV1>();
        told.Select(p => p.Category).ShouldBe(["Tea", "Drinks"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_category_is_not_deleted_while_somebody_gives_it_to_a_product(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        for (var round = 0; round < 5; round++)
        {
            var (code, category) = ($"R{round}", await Category(host, $"R{round}"));
            var outcomes = await Racing.AtOnce(2, i => i == 0 ? host.Do(Product($"P{code}") with { Category = code }) : host.Do(new DeleteCategory { Id = category }));
            outcomes.OfType<RuleBroken>().Select(o => o.Rule).ShouldHaveSingleItem().ShouldBe(outcomes[0] is null ? CatalogueRules.CategoryInUse : CatalogueRules.CategoryUnknown);
            outcomes.ShouldContain(o => o == null);
        }

        var codes = await host.See(db => db.Categories.Select(c => c.Code).ToListAsync());
        (await host.See(db => db.Products.Select(p => p.Category!).ToListAsync())).ShouldAllBe(c => codes.Contains(c));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_promotion_for_a_category_holds_for_those_below_and_so_does_its_tax_class(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Do(new AddCategory { Code = "Food", Names = Names("Food"), TaxClass = "reduced" });
        await Category(host, "Tea", parent: "Food");
        await host.Do(Product("A", 100m) with { Category = "Tea" });
        await host.Do(Product("B", 100m) with { Category = "Tea", TaxClass = "full" });
        await host.Do(Product("C", 100m));
        await host.Do(Offers.Taxes);
        await host.Do(Offers.Promotion("food", PricePhase.LinePromotions, new PercentOff(0.5m)) with { Lines = new LineSelector { Categories = ["Food"] } });

        var placed = await host.Do(Orders.Of(customer, ("A", 1), ("B", 1), ("C", 1)));

        (await host.Order(placed.Id)).Lines.OrderBy(l => l.Position).Select(l => (l.Net, l.TaxRate)).ShouldBe([(50m, 0.07m), (50m, 0.19m), (100m, 0.19m)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Services_and_goods_that_are_not_tracked_have_no_stock_and_are_sold_shipped_and_returned_all_the_same(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        var printed = await host.Do(Product("PRINT") with { IsTracked = false });
        await host.Do(Product("SETUP") with { Kind = ProductKind.Service });
        await host.Product("TEA", onHand: 5);

        var placed = await host.Do(Orders.Of(customer, ("PRINT", 3), ("SETUP", 1), ("TEA", 2)) with { Confirm = true });
        await host.Do(new ShipOrder { Id = placed.Id });
        await host.Do(new AcceptWork { Id = placed.Id });
        var back = await host.Do(new RequestReturn { Id = placed.Id });
        await host.Do(new ApproveReturn(back.Id));
        await host.Do(new ReceiveReturn { Id = back.Id });
        var lines = await host.See(db => db.Returns.Where(r => r.Id == new ReturnId(back.Id)).SelectMany(r => r.Lines).ToListAsync());
        await host.Do(new InspectReturn { Id = back.Id, Restock = [.. lines.Select(l => new ReturnUnits(l.LineId, l.Quantity))] });

        (await host.See(db => db.StockLevels.Select(l => l.Sku).ToListAsync())).ShouldBe(["TEA"]);
        (await host.Stock("TEA")).OnHand.ShouldBe(5);
        (await host.Order(placed.Id)).Fulfilment.ShouldBe(FulfilmentState.Returned);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new CountStock { ProductId = printed.Id, OnHand = 1 }))).Rule.ShouldBe(CatalogueRules.NotTracked);
        var tea = await host.See(db => db.Products.AsNoTracking().SingleAsync(p => p.Sku == "TEA"));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(ChangeProduct.Of(tea) with { IsTracked = false }))).Rule.ShouldBe(CatalogueRules.StockLeft);
        var print = await host.See(db => db.Products.AsNoTracking().SingleAsync(p => p.Sku == "PRINT"));
        await host.Do(ChangeProduct.Of(print) with { IsTracked = true });
        (await host.Do(new CountStock { ProductId = printed.Id, OnHand = 1 })).OnHand.ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_product_is_quoted_submitted_and_confirmed_only_while_it_is_sold(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        var today = DateOnly.FromDateTime(host.Harness.Time.GetUtcNow().UtcDateTime);
        await host.Do(Product("A") with { IsTracked = false, ActiveFrom = today, ActiveTo = today.AddDays(2) });
        var order = Orders.Of(customer, ("A", 1));

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order with { OrderedOn = today.AddDays(-1) }))).Rule.ShouldBe(CatalogueRules.NotSoldOn);
        var draft = await host.Do(order with { Draft = true });
        var submitted = await host.Do(order);
        host.Harness.Time.Advance(TimeSpan.FromDays(3));

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order with { Confirm = true }))).Rule.ShouldBe(CatalogueRules.NotSoldOn);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new QuoteOrder { Id = draft.Id, ValidUntil = today.AddDays(9) }))).Rule.ShouldBe(CatalogueRules.NotSoldOn);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new SubmitOrder(draft.Id)))).Rule.ShouldBe(CatalogueRules.NotSoldOn);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ConfirmOrder(submitted.Id)))).Rule.ShouldBe(CatalogueRules.NotSoldOn);
        var product = await host.See(db => db.Products.AsNoTracking().SingleAsync());
        await host.Do(ChangeProduct.Of(product) with { ActiveTo = null });
        (await host.Do(new ConfirmOrder(submitted.Id))).Status.ShouldBe(OrderStatus.Confirmed);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_file_brings_all_that_is_said_of_products_and_makes_their_categories_or_refuses_them(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Do(new AddUnit { Code = "box", Names = Names("Box") });
        const string Head = "Id,Category,Unit,Tax,Tracked,To,Cost,Current\n";

        var created = await host.Harness.Import(Module, Profile.Replace("UNKNOWN", "create", StringComparison.Ordinal), Head + "1,Tea,box,full,false,2030-01-31,2,2.5\n2,Tea,bag,,,,,\n");
        var refused = await host.Harness.Import(Module, Profile.Replace("UNKNOWN", "refuse", StringComparison.Ordinal), Head + "3,Coffee,,,,,,\n1,Tea,,,,,3,\n");

        created.Counts.ShouldBe((1, 0, 0, 1), string.Join("\n", created.Problems));
        created.Problems.ShouldContain(p => p.Contains(CatalogueRules.UnitUnknown.Code));
        refused.Counts.ShouldBe((0, 1, 0, 1), string.Join("\n", refused.Problems));
        refused.Problems.ShouldContain(p => p.Contains(CatalogueRules.CategoryUnknown.Code));
        var product = await host.See(db => db.Products.AsNoTracking().SingleAsync());
        (product.Category, product.UnitOfMeasure, product.TaxClass, product.IsTracked, product.ActiveTo, product.Cost, product.CurrentCost)
            .ShouldBe(("Tea", "box", "full", false, new DateOnly(2030, 1, 31), 3m, 2.5m));
        (await host.See(db => db.Categories.Select(c => c.Code).ToListAsync())).ShouldBe(["Tea"]);
        (await host.See(db => db.StockLevels.CountAsync())).ShouldBe(0);
        (await host.See(db => db.ProductCosts.OrderBy(c => c.RecordedAt).ThenBy(c => c.Cost).Select(c => new { c.Kind, c.Cost, c.Source }).ToListAsync()))
            .Select(c => (c.Kind, c.Cost, c.Source)).ShouldBe([(CostKind.Standard, 2m, CostSource.Import), (CostKind.Current, 2.5m, CostSource.Import), (CostKind.Standard, 3m, CostSource.Import)]);
    }

    [Fact]
    public async Task A_unit_that_products_are_counted_in_stays()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var unit = await host.Do(new AddUnit { Code = "box", Names = Names("Box") });
        await host.Do(Product("A") with { UnitOfMeasure = "box" });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Product("B") with { UnitOfMeasure = "barrel" }))).Rule.ShouldBe(CatalogueRules.UnitUnknown);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new DeleteUnit(unit.Id)))).Rule.ShouldBe(CatalogueRules.UnitInUse);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AddUnit { Code = "box", Names = Names("Box") }))).Rule.ShouldBe(CatalogueRules.UnitTaken);
        await Category(host, "Tea");
        (await Should.ThrowAsync<RuleBroken>(() => Category(host, "Tea"))).Rule.ShouldBe(CatalogueRules.CategoryTaken);
        await host.Do(new ChangeUnit { Id = unit.Id, Names = new Phrase("Case", "箱") });
        var renamed = await host.See(db => db.UnitsOfMeasure.AsNoTracking().SingleAsync());
        (renamed.Code, renamed.Name, renamed.NameChinese).ShouldBe(("box", "Case", "箱"));
    }

    private static Phrase Names(string name) => new(name, name);

    private static AddProduct Product(string sku, decimal price = 10m) => new() { Sku = sku, Name = $"Product {sku}", ListPrice = price, Currency = "EUR" };

    private static async Task<Guid> Category(SalesOrdersHost host, string code, string? parent = null) =>
        (await host.Do(new AddCategory { Code = code, Names = Names(code), Parent = parent })).Id;
}
