using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Supply;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class SupplyTests
{
    [SkippableTheory, EveryProvider]
    public async Task Goods_are_ordered_expected_by_the_lead_time_and_received_in_parts(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("A", onHand: 1);
        await host.Product("B");
        await Supplier(host);
        var draft = await host.Do(new DraftSupplyOrder { Supplier = "ACME", Lines = [new("A", 10), new("B", 6)] });
        await host.Do(new ChangeSupplyOrder { Id = draft.Id, Lines = [new("A", 8), new("B", 6, UnitCost: 2m)] }, ifMatch: draft.Version);
        (await host.Stock("A")).Incoming.ShouldBe(0);

        await host.Do(new PlaceSupplyOrder { Id = draft.Id, OrderedOn = new DateOnly(2026, 3, 2) });
        (await host.Stock("A")).Incoming.ShouldBe(8);
        (await host.Do(new ReceiveSupplyOrder { Id = draft.Id, Lines = [new("A", 5)] })).Order.State.ShouldBe(SupplyOrderState.PartiallyReceived);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ReceiveSupplyOrder { Id = draft.Id, Lines = [new("A", 4)] }))).Rule.ShouldBe(StockRules.MoreThanOpen);
        await host.Do(new ReceiveSupplyOrder { Id = draft.Id, Lines = [new("B", 6)] });
        (await host.Do(new CancelSupplyOrder(draft.Id))).State.ShouldBe(SupplyOrderState.Received);

        var (a, b) = (await host.Stock("A"), await host.Stock("B"));
        (a.OnHand, a.Incoming, b.OnHand, b.Incoming).ShouldBe((6, 0, 6, 0));
        var events = await host.Harness.Published<SalesOrdersDbContext>(typeof(SupplyOrderPlacedV1), typeof(SupplyOrderReceivedV1));
        var placed = (SupplyOrderPlacedV1)events[0];
        placed.Lines.OrderBy(l => l.Sku).Select(l => (l.Sku, l.Quantity, l.UnitCost, l.ExpectedOn))
            .ShouldBe([("A", 8, 3.5m, new DateOnly(2026, 3, 5)), ("B", 6, 2m, new DateOnly(2026, 3, 12))]);
        events.OfType<SupplyOrderReceivedV1>().Select(r => (r.Goods.Single().Sku, r.Goods.Single().Quantity, r.IsComplete)).ShouldBe([("A", 5, false), ("B", 6, false)]);
        (await host.See(db => db.StockMovements.Where(m => m.DocumentId == draft.Id).SumAsync(m => m.Change))).ShouldBe(11);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_receipt_serves_the_orders_that_wait_and_only_the_rest_can_be_promised(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 2);
        await host.Product("B");
        await Supplier(host);
        var waiting = await host.Do(Orders.Of(customer, ("A", 6), ("B", 1)) with { Confirm = true, AllowBackOrder = true });
        var supply = await host.Do(new DraftSupplyOrder { Supplier = "ACME", Lines = [new("A", 10), new("B", 3)] });
        await host.Do(new PlaceSupplyOrder { Id = supply.Id, OrderedOn = Today });

        var promises = await Promises(host, "A", "B");
        promises["A"].Steps.ShouldBe([new(Today, 0), new(Today.AddDays(3), 6)]);
        promises["B"].From(2).ShouldBe(Today.AddDays(10));
        promises["B"].From(3).ShouldBeNull();
        (await host.Do(new ReceiveSupplyOrder { Id = supply.Id })).UnitsGivenToBackOrders.ShouldBe(5);

        (await host.Order(waiting.Id)).Lines.ShouldAllBe(l => l.BackOrdered == 0 && l.Allocated == l.Quantity);
        (await host.Stock("A")).Available.ShouldBe(6);
        (await host.Do(new ShipOrder { Id = waiting.Id })).Fulfilment.ShouldBe(FulfilmentState.Full);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_in_transit_can_be_promised_where_it_goes(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("A", onHand: 9);
        await host.Do(new OpenWarehouse { Code = "east", Name = "East", Channels = [ChannelKind.Web] });

        await host.Do(new SendTransfer { From = "main", To = "east", Lines = [new("A", 4)], SentOn = Today, ExpectedOn = Today.AddDays(2) });

        (await Promises(host, "A"))["A"].Steps.ShouldBe([new(Today, 5)]);
        (await PromisesIn(host, "east", "A"))["A"].Steps.ShouldBe([new(Today, 0), new(Today.AddDays(2), 4)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Rules_propose_what_is_missing_with_the_figures_and_the_same_is_not_bought_twice(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        foreach (var (sku, onHand) in new[] { ("A", 20), ("B", 4), ("C", 50) }) await host.Product(sku, onHand);
        await Supplier(host);
        var filled = await Rule(host, "A", ReplenishmentPolicy.UpToMaximum, point: 15, quantity: 40);
        var lots = await Rule(host, "B", ReplenishmentPolicy.FixedQuantity, point: 10, quantity: 5);
        await Rule(host, "C", ReplenishmentPolicy.UpToMaximum, point: 10, quantity: 40);
        await host.Do(Orders.Of(customer, ("A", 8)) with { Confirm = true });
        await host.Do(ReservationTests.Of(("B", 1)));

        var proposals = await Proposed(host);
        proposals.Select(p => (p.Rule.Sku, p.Position.Units, p.Quantity)).ShouldBe([("A", 12, 28), ("B", 3, 10)]);
        var drafts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => host.Do(new AcceptProposals { RuleIds = [filled, lots] }))));

        var draft = drafts.SelectMany(d => d.SupplyOrders).ShouldHaveSingleItem();
        var lines = await host.See(db => db.SupplyOrders.Where(o => o.Id == new SupplyOrderId(draft.Id)).SelectMany(o => o.Lines).OrderBy(l => l.Sku).ToListAsync());
        lines.Select(l => (l.Sku, l.Quantity, l.UnitCost)).ShouldBe([("A", 28, 3.5m), ("B", 10, null)]);
        (await Proposed(host)).ShouldBeEmpty();
        await host.Do(new CancelSupplyOrder(draft.Id));
        (await Proposed(host)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(ReplenishmentPolicy.FixedQuantity, 10, 1, 5)]
    [InlineData(ReplenishmentPolicy.FixedQuantity, 9, 1, 5)]
    [InlineData(ReplenishmentPolicy.FixedQuantity, -3, 1, 15)]
    [InlineData(ReplenishmentPolicy.FixedQuantity, 10, 100, 100)]
    [InlineData(ReplenishmentPolicy.FixedQuantity, 11, 1, null)]
    internal void After_buying_the_position_is_above_the_reorder_point(ReplenishmentPolicy policy, long position, int fewest, int? wanted)
    {
        var facts = new ReplenishmentFacts(new SupplierId(Guid.CreateVersion7()), policy, 10, 5, IsActive: true);
        ReplenishmentRule.Make(new ProductId(Guid.CreateVersion7()), "A", Warehouses.Default, facts).Wanted(position, fewest).ShouldBe(wanted);
    }

    [Fact]
    public async Task From_a_supplier_that_is_not_used_any_more_nothing_is_bought_or_proposed()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Product("A");
        var supplier = await Supplier(host, "A");
        await Rule(host, "A", ReplenishmentPolicy.UpToMaximum, point: 1, quantity: 2);
        await host.Do(new ChangeSupplier { Id = supplier.Id, Name = "Acme", Currency = "EUR", IsActive = false });

        (await Proposed(host)).ShouldBeEmpty();
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new DraftSupplyOrder { Supplier = "ACME", Lines = [new("A", 1)] }))).Rule.ShouldBe(SupplyRules.SupplierInactive);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new DraftSupplyOrder { Supplier = "NONE", Lines = [new("A", 1)] }))).Rule.ShouldBe(SupplyRules.SupplierUnknown);
        (await Should.ThrowAsync<RuleBroken>(() => Rule(host, "A", ReplenishmentPolicy.UpToMaximum, 1, 2))).Rule.ShouldBe(SupplyRules.RuleTaken);
    }

    [Fact]
    public async Task A_supply_order_is_written_placed_received_and_over_in_this_order_and_a_rule_buys_more_than_its_point()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Product("A");
        await Supplier(host);
        var supply = await host.Do(new DraftSupplyOrder { Supplier = "ACME", Lines = [new("A", 10)] });
        var change = new ChangeSupplyOrder { Id = supply.Id, Lines = [new("A", 8)] };

        (await Broken(() => host.Do(new ReceiveSupplyOrder { Id = supply.Id }))).ShouldBe(SupplyRules.SupplyOrderNotOpen);
        await host.Do(new PlaceSupplyOrder { Id = supply.Id });
        (await Broken(() => host.Do(change))).ShouldBe(SupplyRules.SupplyOrderNotDraft);
        await host.Do(new ReceiveSupplyOrder { Id = supply.Id });
        (await Broken(() => host.Do(new CancelSupplyOrder(supply.Id)))).ShouldBe(SupplyRules.SupplyOrderIsOver);

        (await Broken(() => Rule(host, "A", ReplenishmentPolicy.UpToMaximum, point: 20, quantity: 20))).ShouldBe(SupplyRules.MaximumBelowMinimum);
        var rule = await Rule(host, "A", ReplenishmentPolicy.UpToMaximum, point: 5, quantity: 20);
        (await Proposed(host)).ShouldBeEmpty("ten are there");
        await host.Do(new ChangeReplenishmentRule { Id = rule, Supplier = "ACME", Policy = ReplenishmentPolicy.UpToMaximum, ReorderPoint = 12, Quantity = 30 });
        (await Proposed(host)).ShouldHaveSingleItem().Quantity.ShouldBe(20);
        (await host.Stock("A")).ReorderPoint.ShouldBe(12);
    }

    private static async Task<Rule> Broken(Func<Task> tried) => (await Should.ThrowAsync<RuleBroken>(tried)).Rule;

    private static DateOnly Today => new(2026, 3, 2);

    private static Task<SupplierSaved> Supplier(SalesOrdersHost host, string sku = "A") => host.Do(new AddSupplier
    {
        Code = "ACME",
        Name = "Acme",
        Currency = "EUR",
        LeadTimeDays = 10,
        Items = [new(sku, "X-1", LeadTimeDays: 3, UnitCost: 3.5m)],
    });

    private static async Task<Guid> Rule(SalesOrdersHost host, string sku, ReplenishmentPolicy policy, int point, int quantity) =>
        (await host.Do(new MakeReplenishmentRule { Sku = sku, Supplier = "ACME", Policy = policy, ReorderPoint = point, Quantity = quantity })).Id;

    private static Task<List<Proposal>> Proposed(SalesOrdersHost host) => host.See(async db =>
        (await db.ProposalsOf(await db.ReplenishmentRules.AsNoTracking().OrderBy(r => r.Sku).ToListAsync(), CancellationToken.None)).OrderBy(p => p.Rule.Sku).ToList());

    private static Task<Dictionary<string, PromiseTimeline>> Promises(SalesOrdersHost host, params string[] skus) => PromisesIn(host, Warehouses.Default, skus);

    private static Task<Dictionary<string, PromiseTimeline>> PromisesIn(SalesOrdersHost host, string warehouse, params string[] skus) => host.See(async db =>
    {
        var products = await SalesReads.Of(db).ProductsBySku(db, [.. skus], CancellationToken.None);
        return (await db.PromisesOf(products, warehouse, Today, CancellationToken.None)).ToDictionary(p => p.Product.Sku, p => p.Timeline);
    });
}
