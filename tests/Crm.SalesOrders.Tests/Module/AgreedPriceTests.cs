using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Pricing;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What was agreed when an order became binding is not judged anew by whoever changes something else of it.</summary>
public sealed class AgreedPriceTests
{
    private static readonly Caller Nancy = Callers.Person(RowScope.All);

    [Fact]
    public async Task A_price_below_the_floor_stays_agreed_by_who_agreed_when_somebody_else_changes_another_line()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, lines) = await Cheap(host);

        await Change(host, order, new LineWish(3, lines["B"]));

        var changed = await host.Order(order);
        changed.Gross.ShouldBe(37m);
        changed.Lines.Single(l => l.Sku == "A").PriceAuthority.ShouldBe(Callers.App.Id.ToString());
        (await LastTrace(host)).ShouldContain(Callers.App.Id.ToString());
        (await LastTrace(host)).ShouldNotContain(Nancy.Id.ToString());
        var cheaper = new LineWish(1, lines["A"], UnitPrice: 6m, PriceReason: "even cheaper");
        (await Should.ThrowAsync<RuleBroken>(() => Change(host, order, cheaper))).Rule.ShouldBe(PriceRules.BelowFloor);
    }

    [Fact]
    public async Task Who_accepts_a_change_needs_no_authority_of_their_own_for_prices_that_were_proposed_with_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, lines) = await Cheap(host);
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new LineWish(1, lines["A"], UnitPrice: 5m, PriceReason: "spoilt more")] }, Callers.App);

        await host.Do(new AcceptOrderChange(order, change.Id), Nancy);

        var line = (await host.Order(order)).Lines.Single(l => l.Sku == "A");
        (line.UnitPrice, line.PriceAuthority).ShouldBe((5m, Callers.App.Id.ToString()));
    }

    [Fact]
    public async Task What_was_agreed_for_one_unit_is_not_agreed_for_more_of_them()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, lines) = await Cheap(host);

        (await Should.ThrowAsync<RuleBroken>(() => Change(host, order, new LineWish(5, lines["A"])))).Rule.ShouldBe(PriceRules.BelowFloor);
        await Change(host, order, new LineWish(1, lines["A"]), new LineWish(5, lines["B"]));
        var more = await host.Do(new ProposeOrderChange { Id = order, Lines = [new LineWish(2, lines["A"])] }, Callers.App);
        await host.Do(new AcceptOrderChange(order, more.Id), Nancy);

        var changed = await host.Order(order);
        (changed.Gross, changed.Lines.Single(l => l.Sku == "A").PriceAuthority).ShouldBe((64m, Callers.App.Id.ToString()));
    }

    [Fact]
    public async Task A_discount_is_judged_anew_where_less_is_left_to_bear_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9);
        await host.Product("B", onHand: 90);
        await host.Do(Offers.List("usual", 1, ("A", 10m), ("B", 10m)) with { Items = [new PriceItem("A", 10m, 1, 8m), new PriceItem("B", 10m, 1, 8m)] });
        var placed = await host.Do(Orders.Of(customer, ("A", 1), ("B", 9)) with { Discount = 10m, DiscountReason = "regular", Confirm = true }, Nancy);
        var lines = (await host.Order(placed.Id)).Lines.ToDictionary(l => l.Sku, l => l.Id);

        (await Should.ThrowAsync<RuleBroken>(() => Change(host, placed.Id, new LineWish(0, lines["B"])))).Rule.ShouldBe(PriceRules.BelowFloor);
        (await Should.ThrowAsync<RuleBroken>(() => Change(host, placed.Id, new LineWish(9, lines["B"], UnitPrice: 8m)))).Rule.ShouldBe(PriceRules.BelowFloor);
        await Change(host, placed.Id, new LineWish(8, lines["B"]));
        // Floors that were raised since do not stand in the way of selling more.
        await host.Do(Offers.List("usual", 2, ("A", 10m)) with { Items = [new PriceItem("A", 10m, 1, 9.9m), new PriceItem("B", 10m, 1, 8m)] });
        await Change(host, placed.Id, new LineWish(9, lines["B"]));

        (await host.Order(placed.Id)).Gross.ShouldBe(90m);
    }

    [Fact]
    public async Task A_promotion_of_an_hour_stays_with_the_order_that_was_placed_within_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 10m);
        var now = TimeOnly.FromDateTime(host.Harness.Time.GetUtcNow().UtcDateTime);
        await host.Do(Offers.Promotion("happy-hour", PricePhase.OrderPromotions, new AmountOff(4m)) with { When = new BetweenTimes(now.AddMinutes(-30), now.AddMinutes(30)) });
        var order = (await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id;
        host.Harness.Time.Advance(TimeSpan.FromHours(3));
        (await host.Do(Orders.Of(customer, ("A", 1)))).Gross.ShouldBe(10m);

        await Change(host, order, new LineWish(2, (await host.Order(order)).Lines.Single().Id));

        (await host.Order(order)).Gross.ShouldBe(16m);
    }

    [Fact]
    public async Task An_order_from_elsewhere_keeps_its_own_prices_whatever_the_books_of_today_forbid()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Customer();
        await host.Product("A", onHand: 9);
        await host.Product("B", onHand: 9, price: 4m);
        var order = (await host.Do(new ImportOrder
        {
            Ref = new ExternalRef("northwind", "1"),
            Customer = "NW-ALFKI",
            Currency = "EUR",
            OrderedOn = new DateOnly(2026, 2, 1),
            Lines = [new ImportOrder.Line("A", 2, 3m)],
        })).Order.Id;
        await host.Do(Offers.List("usual", 1, ("A", 10m)) with { Items = [new PriceItem("A", 10m, 1, 8m)] });
        var line = (await host.Order(order)).Lines.Single().Id;

        await Change(host, order, new LineWish(1, line), new LineWish(1, Sku: "B"));

        var changed = await host.Order(order);
        (changed.Gross, changed.Tax, changed.PriceHash).ShouldBe((7m, 0m, null));
        changed.Lines.OrderBy(l => l.Position).Select(l => (l.Sku, l.UnitPrice)).ShouldBe([("A", 3m), ("B", 4m)]);
    }

    private static async Task<(Guid Order, Dictionary<string, Guid> Lines)> Cheap(SalesOrdersHost host)
    {
        var customer = await host.Customer();
        await host.Product("A", onHand: 9);
        await host.Product("B", onHand: 9);
        await host.Do(Offers.List("usual", 1, ("A", 10m), ("B", 10m)) with { Items = [new PriceItem("A", 10m, 1, 8m), new PriceItem("B", 10m, 1, 8m)] });
        var placed = await host.Do(
            Orders.Of(customer) with { Confirm = true, Lines = [new OrderContent.Line(1, "A", UnitPrice: 7m, PriceReason: "spoilt box"), new OrderContent.Line(1, "B")] }, Callers.App);
        return (placed.Id, (await host.Order(placed.Id)).Lines.ToDictionary(l => l.Sku, l => l.Id));
    }

    private static async Task Change(SalesOrdersHost host, Guid order, params LineWish[] wishes)
    {
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = wishes }, Nancy);
        await host.Do(new AcceptOrderChange(order, change.Id), Nancy);
    }

    private static Task<string> LastTrace(SalesOrdersHost host) =>
        host.See(async db => (await db.PriceTraces.AsNoTracking().ToListAsync()).OrderBy(t => t.Id).Last().Body);
}
