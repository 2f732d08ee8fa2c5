using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Pricing;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class PricesTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_published_list_prices_the_next_order_and_the_order_says_by_which_version(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 14m);
        await host.Do(Offers.List("usual", 1, ("A", 12m)));

        var first = await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true });
        await host.Do(Offers.List("usual", 2, ("A", 11m)));
        var second = await host.Do(Orders.Of(customer, ("A", 2)));

        first.Gross.ShouldBe(24m);
        second.Gross.ShouldBe(22m);
        var line = (await host.Order(first.Id)).Lines.Single();
        (line.ListPrice, line.UnitPrice, line.PriceIsAgreed).ShouldBe((12m, 12m, false));
        var trace = await Trace(host, first.Id);
        trace.Price.Lines.Single().Trace.Select(s => (s.Kind, s.Rule)).ShouldBe([(PriceStepKind.ListPrice, new PriceRuleRef("usual", 1))]);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_published_version_never_changes(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);

        (await host.Do(Offers.List("usual", 1, ("A", 12m)))).WasThere.ShouldBeFalse();
        (await host.Do(Offers.List("usual", 1, ("A", 12m)))).WasThere.ShouldBeTrue();
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Offers.List("usual", 1, ("A", 13m))))).Rule.ShouldBe(PriceRules.PublishedNeverChanges);
    }

    [Fact]
    public async Task What_cannot_work_is_not_published()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);

        var wrong = Offers.Voucher("spring", "SPRING") with { Phase = PricePhase.Gifts, Scope = new PriceScope { Channels = ["pigeon"] } };
        (await Should.ThrowAsync<InvalidInput>(() => host.Do(wrong))).Errors.Select(e => e.Pointer).ShouldBe(["/phase", "/scope/channels/0"]);
        (await Should.ThrowAsync<InvalidInput>(() => host.Do(Offers.List("no#good", 1, ("A", 1m))))).Errors.Single().Pointer.ShouldBe("/code");
    }

    [SkippableTheory, EveryProvider]
    public async Task Taxes_are_those_of_the_class_and_the_order_owes_them(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 100m);
        await host.Product("B", onHand: 10, price: 10m);
        await host.Do(Offers.Taxes);

        var placed = await host.Do(Orders.Of(customer, ("A", 1), ("B", 3)) with { Confirm = true, Freight = 5m });

        placed.Gross.ShouldBe(100m + 19m + 30m + 2.1m + 5m + 0.95m);
        var order = await host.Order(placed.Id);
        (order.Net, order.Tax, order.FreightTax, order.Balance).ShouldBe((130m, 22.05m, 0.95m, placed.Gross));
        order.Lines.OrderBy(l => l.Position).Select(l => (l.TaxRate, l.Tax)).ShouldBe([(0.19m, 19m), (0.07m, 2.1m)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Gifts_come_as_lines_of_their_own_take_stock_and_are_not_asked_for_again(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 20m);
        await host.Product("MUG", onHand: 3);
        await host.Do(Offers.Promotion("mug", PricePhase.Gifts, new Gift("MUG")));
        await host.Do(Offers.Promotion("gone", PricePhase.Gifts, new Gift("NOT-THERE")));

        var placed = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });

        placed.Gross.ShouldBe(20m);
        (await host.Order(placed.Id)).Lines.OrderBy(l => l.Position).Select(l => (l.Sku, l.IsGift, l.Net)).ShouldBe([("A", false, 20m), ("MUG", true, 0m)]);
        (await host.Stock("MUG")).Allocated.ShouldBe(1);
        var draft = await host.Do(Orders.Of(customer, ("A", 1)) with { Draft = true });
        await host.Do(ChangeDraft.Of(await host.Order(draft.Id)));
        (await host.Order(draft.Id)).Lines.Select(l => l.Sku).ShouldBe(["A", "MUG"], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task Gifts_are_given_while_they_last_and_stop_no_sale(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        await host.Product("A", onHand: 10, price: 20m);
        await host.Product("MUG", onHand: 1);
        await host.Do(Offers.Promotion("mug", PricePhase.Gifts, new Gift("MUG")));

        await host.Do(order);
        var without = await host.Do(order);

        without.Status.ShouldBe(OrderStatus.Confirmed);
        var mug = (await host.Order(without.Id)).Lines.Single(l => l.IsGift);
        (mug.NotGiven, mug.Cancelled, mug.Open, mug.BackOrdered).ShouldBe((1, 0, 0, 0));
        (await host.Stock("MUG")).Allocated.ShouldBe(1);
        await host.Do(new RecordPayment { Id = without.Id, Amount = 20m });
        (await host.Do(new ShipOrder { Id = without.Id })).Status.ShouldBe(OrderStatus.Completed);
    }

    [Fact]
    public async Task What_is_given_along_is_not_changed_by_hand_and_what_has_no_tax_rate_is_not_sold()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        await host.Product("A", onHand: 10, price: 20m);
        await host.Product("MUG", onHand: 1);
        await host.Do(Offers.Promotion("mug", PricePhase.Gifts, new Gift("MUG")));
        var placed = (await host.Do(order)).Id;
        var mug = (await host.Order(placed)).Lines.Single(l => l.IsGift).Id;

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ProposeOrderChange { Id = placed, Lines = [new(2, mug)] }))).Rule.ShouldBe(SalesOrdersRules.ChangeOfGift);
        await host.Do(Offers.Taxes with { Rates = [.. Offers.Taxes.Rates.Select(r => r with { Country = "FR" })] });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order))).Rule.ShouldBe(PriceRules.NoTaxRate);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_quoted_price_is_the_confirmed_price_or_the_caller_is_told_what_changed(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 14m);
        var asked = Orders.Of(customer, ("A", 2));

        var quote = await Quote(host, customer, ("A", 2));
        (await host.Do(asked with { Confirm = true, PriceHash = quote.PriceHash })).Gross.ShouldBe(28m);
        var submitted = await host.Do(asked);
        await host.Do(Offers.List("usual", 1, ("A", 13m)));

        var stale = await Should.ThrowAsync<RuleBroken>(() => host.Do(asked with { Confirm = true, PriceHash = quote.PriceHash }));
        stale.Rule.ShouldBe(PriceRules.PriceChanged);
        stale.Message.ShouldContain("gross 28 -> 26 EUR");
        // What was submitted keeps its price.
        (await host.Do(new ConfirmOrder(submitted.Id, quote.PriceHash))).Gross.ShouldBe(28m);
        (await host.See(db => db.Orders.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task Below_the_floor_sells_only_who_may_and_says_why()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);
        await host.Do(Offers.List("usual", 1, ("A", 10m)) with { Items = [new PriceItem("A", 10m, 1, 8m)] });
        var cheap = Orders.Of(customer) with { Lines = [new OrderContent.Line(1, "A", UnitPrice: 7m)] };
        var reasoned = cheap with { Lines = [new OrderContent.Line(1, "A", UnitPrice: 7m, PriceReason: "spoilt box")] };

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(cheap))).Rule.ShouldBe(PriceRules.BelowFloor);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(reasoned, Callers.Person(RowScope.All)))).Rule.ShouldBe(PriceRules.BelowFloor);
        var placed = await host.Do(reasoned);
        placed.Gross.ShouldBe(7m);
        var step = (await Trace(host, placed.Id)).Price.Lines.Single().Trace.Single();
        (step.Reason, step.Authority).ShouldBe(("spoilt box", Callers.App.Id.ToString()));
    }

    [Fact]
    public async Task A_price_group_is_said_here_and_decides_the_list()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", price: 10m);
        await host.Do(Offers.List("trade", 1, ("A", 8m)) with { Scope = new PriceScope { CustomerGroups = ["trade"] } });

        (await Quote(host, customer, ("A", 1))).Price.Gross.ShouldBe(10m);
        await host.Do(new AssignPriceGroup { CustomerId = customer, Group = "trade" });
        (await Quote(host, customer, ("A", 1))).Price.Gross.ShouldBe(8m);
    }

    [SkippableTheory, EveryProvider]
    public async Task With_lists_promotions_and_vouchers_placing_takes_one_trip_more_and_that_only_for_limits(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 100);
        await host.Do(Offers.List("usual", 1, ("A", 12m)));
        await host.Do(Offers.Promotion("free", PricePhase.LinePromotions, new PercentOff(0.1m)));
        await host.Do(Offers.Voucher("spring", "SPRING") with { MaxUses = 100, MaxUsesPerCoupon = 100 });
        var plain = Orders.Of(customer, ("A", 1)) with { Confirm = true };
        var limited = plain with { Coupons = ["SPRING"] };
        await host.Do(limited);

        (await Reads(host, plain)).ShouldBe(3);
        (await Reads(host, limited)).ShouldBe(4);
    }

    private static async Task<int> Reads(SalesOrdersHost host, PlaceOrder order) =>
        (await CommandLog.Of(() => host.Do(order))).Count(c => c.StartsWith("SELECT", StringComparison.Ordinal));

    private static async Task<PriceExplained> Trace(SalesOrdersHost host, Guid order) => PriceQuotes.Kept(await host.See(
        db => db.Orders.AsNoTracking().Where(o => o.Id == new OrderId(order)).SelectMany(o => o.PriceTraces).OrderByDescending(t => t.PricedAt).FirstAsync()));

    private static Task<PriceExplained> Quote(SalesOrdersHost host, Guid customer, params (string Sku, int Quantity)[] lines) =>
        host.Ask<PriceQuotes, PriceExplained>(quotes => quotes.Quote(
            new QuotePrices { CustomerId = customer, Currency = "EUR", Lines = [.. lines.Select(l => new OrderContent.Line(l.Quantity, l.Sku))] }, CancellationToken.None));
}

/// <summary>Prices as a publisher would send them.</summary>
internal static class Offers
{
    public static readonly PublishTaxes Taxes = new()
    {
        Version = 1,
        Rates = [new TaxRule("full", 0.19m), new TaxRule("reduced", 0.07m)],
        Classes = [new PublishTaxes.Members("reduced") { Skus = ["B"] }],
        UsualClass = "full",
        ShippingClass = "full",
    };

    public static PublishPriceList List(string code, int version, params (string Sku, decimal Price)[] prices) => new()
    {
        Code = code,
        Version = version,
        Currency = "EUR",
        Items = [.. prices.Select(p => new PriceItem(p.Sku, p.Price))],
    };

    public static PublishPromotion Promotion(string code, PricePhase phase, PromotionAction action) => new()
    {
        Code = code,
        Version = 1,
        Name = new Phrase("Offer", "优惠"),
        Phase = phase,
        Action = action,
        Currency = "EUR",
    };

    public static PublishPromotion Voucher(string code, params string[] coupons) => Promotion(code, PricePhase.Vouchers, new Offset(5m)) with { Coupons = coupons };
}
