using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Supply;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Channels;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ProductCostTests
{
    [SkippableTheory, EveryProvider]
    public async Task The_current_cost_is_the_average_of_what_is_there_however_many_receipts_come_at_once(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Do(new OpenWarehouse { Code = "east", Name = "East", Channels = [ChannelKind.Web] });
        var id = await host.Product("A", onHand: 10);
        await host.Do(new CountStock { ProductId = id, Warehouse = "east", OnHand = 10 });
        await Supplier(host);
        var supplies = new List<Guid>();
        // In no order does one of them cost what the average is by then, which would change nothing.
        foreach (var cost in new[] { 7m, 11m, 13m, 17m }) supplies.Add(await Supply(host, units: 10, cost));

        await Task.WhenAll(supplies.Select(s => Task.Run(() => host.Do(new ReceiveSupplyOrder { Id = s }))));

        // 20 units at the standard cost of 6, and 10 each at 7, 11, 13 and 17.
        var product = await Product(host);
        product.CurrentCost.ShouldNotBeNull().ShouldBe((120m + 480m) / 60m, 0.0000001m);
        product.Cost.ShouldBe(6m);
        var history = await host.See(db => db.ProductCosts.AsNoTracking().Where(c => c.Kind == CostKind.Current).ToListAsync());
        history.Count.ShouldBe(4);
        history.ShouldAllBe(c => c.Source == CostSource.SupplyOrder && c.Units == 10 && supplies.Contains(c.DocumentId!.Value));
    }

    [Fact]
    public async Task Where_the_company_wants_it_the_current_cost_is_that_of_the_last_receipt()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.CostIsLast, "true");
        await host.Product("A", onHand: 10);
        await Supplier(host);

        foreach (var cost in new[] { 8m, 9m }) await host.Do(new ReceiveSupplyOrder { Id = await Supply(host, units: 10, cost) });

        (await Product(host)).CurrentCost.ShouldBe(9m);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_line_freezes_the_current_cost_where_it_is_known_and_says_so(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        var id = await host.Product("A", onHand: 2);
        await Supplier(host);
        var before = await host.Do(Orders.Of(customer, ("A", 1)));
        await host.Do(new ReceiveSupplyOrder { Id = await Supply(host, units: 2, cost: 9m) });
        var after = await host.Do(Orders.Of(customer, ("A", 1)));
        await host.Do(new SetProductCost { Id = id, Kind = CostKind.Current, Cost = null });
        var last = await host.Do(Orders.Of(customer, ("A", 1)));

        (await Frozen(host, before.Id)).ShouldBe((6m, CostKind.Standard));
        (await Frozen(host, after.Id)).ShouldBe((7.5m, CostKind.Current));
        (await Frozen(host, last.Id)).ShouldBe((6m, CostKind.Standard));
    }

    [Fact]
    public async Task Costs_are_kept_with_the_day_from_which_they_hold_and_never_begin_in_the_future()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var id = await host.Product("A");
        var today = DateOnly.FromDateTime(host.Harness.Time.GetUtcNow().UtcDateTime);
        var set = new SetProductCost { Id = id, Kind = CostKind.Standard, Cost = 7m, From = today.AddDays(-3) };

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(set with { From = today.AddDays(1) }))).Rule.ShouldBe(CatalogueRules.CostAhead);
        await host.Do(set);
        var masked = Callers.App with { Masks = new Dictionary<string, FieldMask> { ["products.cost"] = FieldMask.Omit } };
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(set with { Cost = 1m }, masked))).Rule.Code.ShouldBe("access.field-masked");

        (await Product(host)).Cost.ShouldBe(7m);
        var history = await host.See(db => db.ProductCosts.AsNoTracking().ToListAsync());
        history.Select(c => (c.Cost, c.From, c.RecordedBy)).ShouldBe([(6m, today, Callers.App.Id), (7m, today.AddDays(-3), Callers.App.Id)], ignoreOrder: true);
    }

    private static Task<Product> Product(SalesOrdersHost host) => host.See(db => db.Products.AsNoTracking().SingleAsync());

    private static async Task<(decimal?, CostKind?)> Frozen(SalesOrdersHost host, Guid order)
    {
        var line = (await host.Order(order)).Lines.Single();
        return (line.UnitCost, line.CostKind);
    }

    private static Task<SupplierSaved> Supplier(SalesOrdersHost host) => host.Do(new AddSupplier { Code = "ACME", Name = "Acme", Currency = "EUR", Items = [new("A")] });

    private static async Task<Guid> Supply(SalesOrdersHost host, int units, decimal cost)
    {
        var draft = await host.Do(new DraftSupplyOrder { Supplier = "ACME", Lines = [new("A", units, UnitCost: cost)] });
        await host.Do(new PlaceSupplyOrder { Id = draft.Id });
        return draft.Id;
    }
}
