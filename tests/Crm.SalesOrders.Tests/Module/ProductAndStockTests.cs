using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Contracts;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ProductAndStockTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_product_is_added_changed_and_deleted_and_each_is_told(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var content = new UpsertProduct { Ref = new ExternalRef("northwind", "1"), Sku = "NW-1", Name = "Chai", ListPrice = 18m, Currency = "USD" };

        var added = await host.Do(content);
        var same = await host.Do(content);
        var changed = await host.Do(content with { ListPrice = 18.12345678m });
        await host.Do(new DeleteProduct(added.Product.Id));
        var back = await host.Do(content with { Name = "Chai tea" });

        (added.WasCreated, same.WasCreated, changed.WasCreated, back.WasCreated).ShouldBe((true, false, false, false));
        same.Product.Version.ShouldBe(added.Product.Version);
        back.Product.Id.ShouldBe(added.Product.Id);
        (await host.Published()).ShouldAllBe(name => name == "sales-orders.product-changed.v1");
        (await host.See(db => db.Products.AsNoTracking().SingleAsync())).Name.ShouldBe("Chai tea");
    }

    [SkippableTheory, EveryProvider]
    public async Task Prices_keep_eight_decimals(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("A", price: 18.12345678m);

        (await host.See(db => db.Products.AsNoTracking().SingleAsync())).ListPrice.ShouldBe(18.12345678m);
    }

    [Fact]
    public async Task An_sku_belongs_to_one_product_even_after_it_was_deleted()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var id = await host.Product("A");
        await host.Do(new DeleteProduct(id));

        (await Should.ThrowAsync<RuleBroken>(() => host.Product("A"))).Rule.ShouldBe(SalesOrdersRules.SkuTaken);
        await host.Do(new RestoreProduct(id));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(
            new ChangeProduct { Id = id, Sku = "B", Name = "B", ListPrice = 1m, Currency = "EUR" }))).Rule.ShouldBe(SalesOrdersRules.SkuIsFixed);
    }

    [SkippableTheory, EveryProvider]
    public async Task Stock_is_the_sum_of_its_movements_and_never_less_than_what_is_promised(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        var id = await host.Product("A", onHand: 10);
        await host.Do(Orders.Of(customer, ("A", 6)) with { Confirm = true });

        await host.Do(new MoveStock { ProductId = id, Change = 5, Reason = MovementReason.Receipt });
        await host.Do(new CountStock { ProductId = id, OnHand = 12 });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new MoveStock { ProductId = id, Change = -7 }))).Rule.ShouldBe(SalesOrdersRules.StockBelowZero);

        (await host.Stock("A")).OnHand.ShouldBe(12);
        var ledger = await host.See(db => db.StockMovements.Select(m => new { m.Change, m.Reason }).ToListAsync());
        ledger.Sum(m => m.Change).ShouldBe(12);
        ledger.Select(m => m.Reason).ShouldBe([MovementReason.Opening, MovementReason.Receipt, MovementReason.Adjustment], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task Parallel_movements_are_all_in_the_stock(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var id = await host.Product("A");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => host.Do(new MoveStock { ProductId = id, Change = 3, Reason = MovementReason.Receipt }))));

        (await host.Stock("A")).OnHand.ShouldBe(60);
        (await host.See(db => db.StockMovements.SumAsync(m => m.Change))).ShouldBe(60);
    }

    [Fact]
    public async Task Older_news_of_a_customer_is_ignored()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var id = Guid.CreateVersion7();

        await host.Hear(new CustomerChangedV1(id, Customers.State(id, "A", name: "New")), id, version: 5);
        await host.Hear(new CustomerRegisteredV1(id, Customers.State(id, "A", name: "Old")), id, version: 1);
        await host.Hear(new CustomerChangedV1(id, Customers.State(id, "A", name: "Newest")), id, version: 6);

        var copy = await host.See(db => db.CustomerCopies.AsNoTracking().SingleAsync());
        (copy.Name, copy.SourceVersion).ShouldBe(("Newest", 6));
        copy.ExternalRefs.Select(r => r.Ref).ShouldBe([new ExternalRef("northwind", "NW-A")]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_module_that_joins_late_is_told_of_every_product(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("B");
        await host.Do(new DeleteProduct(await host.Product("A")));
        await using var scope = host.Harness.Scope();

        var state = await scope.ServiceProvider.GetRequiredService<SalesOrdersCurrentState>().Read(CancellationToken.None).ToListAsync();

        state.Select(s => s.Event).Cast<ProductChangedV1>().Select(p => (p.Sku, p.IsActive)).ShouldBe([("A", false), ("B", true)]);
        state[0].StreamPosition.ShouldBe(2);
    }
}
