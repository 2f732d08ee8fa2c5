using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class PlacingOrdersTests
{
    [SkippableTheory, EveryProvider]
    public async Task An_order_placed_and_confirmed_at_once_takes_its_stock_and_tells_it_once(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 14m);
        await host.Product("B", onHand: 5, price: 9.8m);

        var placed = await host.Do(Orders.Of(customer, ("A", 3), ("B", 2)) with { Confirm = true, Freight = 4.5m });

        placed.Status.ShouldBe(OrderStatus.Confirmed);
        placed.Gross.ShouldBe(66.1m);
        placed.Number.ShouldStartWith("SO-");
        (await host.Stock("A")).Available.ShouldBe(7);
        (await host.Stock("A")).OnHand.ShouldBe(10);
        var published = await host.Published();
        published.Count(name => name == "sales-orders.order-confirmed.v1").ShouldBe(1);
        published.ShouldNotContain("sales-orders.order-submitted.v1");
        var order = await host.Order(placed.Id);
        order.Lines.Select(l => (l.Sku, l.Allocated)).ShouldBe([("A", 3), ("B", 2)], ignoreOrder: true);
        order.OrderedOn.ShouldBe(new DateOnly(2026, 3, 2));
    }

    [SkippableTheory, EveryProvider]
    public async Task An_order_that_is_short_is_refused_as_a_whole_and_names_everything_that_is_short(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 3);
        await host.Product("B", onHand: 100);
        await host.Product("C", onHand: 1);

        var refused = await Should.ThrowAsync<RuleBroken>(() => host.Do(Orders.Of(customer, ("A", 2), ("B", 2), ("C", 2), ("A", 2)) with { Confirm = true }));

        refused.Rule.ShouldBe(SalesOrdersRules.StockInsufficient);
        refused.Values.Single().ShouldBe("A (4 > 3), C (2 > 1)");
        (await host.Stock("B")).Allocated.ShouldBe(0);
        (await host.See(db => db.Orders.CountAsync())).ShouldBe(0);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_repeated_key_gives_the_same_order(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);

        var first = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true }, key: "k-1");
        var again = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true }, key: "k-1");

        again.ShouldBe(first);
        (await host.Stock("A")).Allocated.ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task Placing_and_confirming_five_lines_takes_three_reads_and_one_save(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        foreach (var sku in new[] { "A", "B", "C", "D", "E" }) await host.Product(sku, onHand: 100);
        var order = Orders.Of(customer, ("A", 1), ("B", 1), ("C", 1), ("D", 1), ("E", 1)) with { Confirm = true };
        await host.Do(order);

        var commands = await CommandLog.Of(() => host.Do(order));

        var reads = commands.Where(c => c.StartsWith("SELECT", StringComparison.Ordinal)).ToList();
        reads.Count.ShouldBe(3, string.Join("\n\n", reads));
        // A server takes a save as one batch; SQLite, in the same process, takes a command for each row: order, lines, stock, price trace, outbox, audit.
        (commands.Count - reads.Count).ShouldBe(provider == DatabaseProvider.Sqlite ? 14 : 1, string.Join("\n\n", commands));
    }

    [Fact]
    public async Task A_blocked_customer_gets_no_order()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer("BAD", isBlocked: true);
        await host.Product("A");

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Orders.Of(customer, ("A", 1))))).Rule.ShouldBe(SalesOrdersRules.CustomerBlocked);
    }

    [Fact]
    public async Task What_is_not_known_or_not_sold_cannot_be_ordered()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A");
        await host.Product("OLD", isActive: false);

        var unknown = await Should.ThrowAsync<RuleBroken>(() => host.Do(Orders.Of(customer, ("A", 1), ("X", 1), ("Y", 1))));
        unknown.Rule.ShouldBe(SalesOrdersRules.ProductUnknown);
        unknown.Values.Single().ShouldBe("X, Y");
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Orders.Of(customer, ("OLD", 1))))).Rule.ShouldBe(SalesOrdersRules.ProductInactive);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Orders.Of(Guid.CreateVersion7(), ("A", 1))))).Rule.ShouldBe(SalesOrdersRules.CustomerUnknown);
    }

    [Fact]
    public async Task A_product_priced_in_another_currency_needs_a_price()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A");
        var order = Orders.Of(customer, ("A", 1)) with { Currency = "JPY" };

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order))).Rule.ShouldBe(SalesOrdersRules.CurrencyDiffers);
        var placed = await host.Do(order with { Lines = [new OrderContent.Line(3, "A", UnitPrice: 1999.5m)] });
        placed.Gross.ShouldBe(5999m);
    }

    [Fact]
    public async Task Wrong_input_is_named_by_its_place_in_the_body()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var order = new PlaceOrder
        {
            CustomerId = Guid.Empty,
            Currency = "XXX",
            Lines = [new OrderContent.Line(0, "A"), new OrderContent.Line(1), new OrderContent.Line(1, "A", DiscountRate: 1.5m)],
            Freight = -1m,
            Confirm = true,
            Draft = true,
        };

        var invalid = await Should.ThrowAsync<InvalidInput>(() => host.Do(order));

        invalid.Errors.Select(e => e.Pointer).Distinct().ShouldBe(
            ["/customerId", "/currency", "/freight", "/lines/0/quantity", "/lines/1/sku", "/lines/2/discountRate", "/confirm"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_representative_sees_their_own_orders_only_and_cannot_place_one_for_somebody_else()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (nancy, andrew) = (Callers.Person(RowScope.Own), Callers.Person(RowScope.Own));
        var customer = await host.Customer();
        await host.Product("A");

        var own = await host.Do(Orders.Of(customer, ("A", 1)), nancy);
        await host.Do(Orders.Of(customer, ("A", 1)), andrew);

        (await host.See(db => db.Orders.Select(o => o.Id).ToListAsync(), nancy)).ShouldBe([new OrderId(own.Id)]);
        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new ConfirmOrder(own.Id), andrew));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Orders.Of(customer, ("A", 1)) with { SalespersonId = Guid.CreateVersion7() }, nancy)))
            .Rule.ShouldBe(SalesOrdersRules.SalespersonUnknown);
    }
}

internal static class Orders
{
    public static PlaceOrder Of(Guid customer, params (string Sku, int Quantity)[] lines) => new()
    {
        CustomerId = customer,
        Currency = "EUR",
        Lines = [.. lines.Select(l => new OrderContent.Line(l.Quantity, l.Sku))],
    };
}
