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
    public async Task One_spoilt_box_below_the_floor_does_not_let_somebody_who_may_not_sell_more_of_them_for_that()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, lines) = await Cheap(host);

        (await Should.ThrowAsync<RuleBroken>(() => Change(host, order, new LineWish(9, lines["A"])))).Rule.ShouldBe(PriceRules.BelowFloor);
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new LineWish(9, lines["A"])] }, Callers.Boss);
        await host.Do(new AcceptOrderChange(order, change.Id), Nancy);

        var line = (await host.Order(order)).Lines.Single(l => l.Sku == "A");
        (line.Quantity, line.UnitPrice, line.PriceAuthority).ShouldBe((9, 7m, Callers.Boss.Id.ToString()));
        await Change(host, order, new LineWish(2, lines["A"]));
        (await host.Order(order)).Lines.Single(l => l.Sku == "A").PriceAuthority.ShouldBe(Callers.Boss.Id.ToString());
    }

    [Fact]
    public async Task A_discount_off_the_whole_order_does_not_fall_on_a_single_line_below_its_floor_because_the_others_are_taken_off()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, lines) = await Discounted(host, 100m, reason: null);

        (await Should.ThrowAsync<RuleBroken>(() => Change(host, order, new LineWish(0, lines["DESK"])))).Rule.ShouldBe(PriceRules.BelowFloor);
        await Change(host, order, new LineWish(2, lines["DESK"]));
        await Change(host, order, new LineWish(1, lines["DESK"]));

        var lamp = (await host.Order(order)).Lines.Single(l => l.Sku == "LAMP");
        (lamp.Net, lamp.DiscountShare).ShouldBe((99m, 11m));
    }

    [Fact]
    public async Task A_discount_below_the_floor_stays_allowed_for_what_was_sold_by_it_and_for_nothing_that_is_added()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, lines) = await Discounted(host, 200m, reason: "a friend of the house");
        await host.Product("CLIP", onHand: 9, price: 10m);
        await host.Product("PEN", onHand: 9, price: 1000m);
        await host.Do(Offers.List("pens", 1) with { Items = [new PriceItem("PEN", 1000m, 1, 950m)] });
        (await host.Order(order)).Lines.Single(l => l.Sku == "LAMP").Net.ShouldBe(88m);

        await Change(host, order, new LineWish(1, Sku: "CLIP"));
        (await host.Order(order)).Lines.Single(l => l.Sku == "LAMP").Net.ShouldBe(88.22m);
        await Change(host, order, new LineWish(2, lines["DESK"]));
        (await Should.ThrowAsync<RuleBroken>(() => Change(host, order, new LineWish(1, lines["DESK"]), new LineWish(1, Sku: "PEN")))).Rule.ShouldBe(PriceRules.BelowFloor);
        (await LastTrace(host)).ShouldContain(Callers.App.Id.ToString());
        (await LastTrace(host)).ShouldNotContain(Nancy.Id.ToString());
        // With the second desk the lamp came to more than its floor; without it, it would be sold below it anew.
        (await Should.ThrowAsync<RuleBroken>(() => Change(host, order, new LineWish(1, lines["DESK"])))).Rule.ShouldBe(PriceRules.BelowFloor);

        (await host.Order(order)).DiscountAuthority.ShouldBe(Callers.App.Id.ToString());
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

    /// <summary>A desk of 890 without a floor and a lamp of 110 that is not sold below 90.</summary>
    private static async Task<(Guid Order, Dictionary<string, Guid> Lines)> Discounted(SalesOrdersHost host, decimal discount, string? reason)
    {
        var customer = await host.Customer();
        await host.Product("DESK", onHand: 9);
        await host.Product("LAMP", onHand: 9);
        await host.Do(Offers.List("usual", 1) with { Items = [new PriceItem("DESK", 890m), new PriceItem("LAMP", 110m, 1, 90m)] });
        var placed = await host.Do(Orders.Of(customer, ("DESK", 1), ("LAMP", 1)) with { Confirm = true, Discount = discount, DiscountReason = reason });
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
