using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Contracts;
using Crm.Platform.Contracts;
using Crm.Pricing;
using Crm.SalesOrders.Application.Prices;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Prices and promotions that are not for everybody.</summary>
public sealed class BuyerPromotionTests
{
    private static readonly Guid Segment = Guid.CreateVersion7();

    [SkippableTheory, EveryProvider]
    public async Task A_promotion_for_a_segment_is_given_to_its_members_alone(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (ada, bob, twin) = (await host.Customer("ADA"), await host.Customer("BOB"), await host.Customer("TWIN"));
        await host.Product("A", price: 20m);
        await host.Do(Planned.Five() with { When = new InSegment([$"{Segment}"]) });
        (await Price(host, ada)).ShouldBe(20m);

        // The list holds when all of it is here, and until the next one is.
        var list = Guid.CreateVersion7();
        await Frozen(host, list, day: 1, part: 1, parts: 2, twin);
        (await Price(host, twin)).ShouldBe(20m);
        await Frozen(host, list, day: 1, part: 2, parts: 2, bob);
        (await Price(host, twin), await Price(host, bob), await Price(host, ada)).ShouldBe((15m, 15m, 20m));

        // Whoever was found to be Ada counts for her.
        await host.Hear(new CustomerChangedV1(twin, Customers.State(twin, "TWIN") with { SurvivorId = ada }), twin, 2);
        (await Price(host, ada)).ShouldBe(15m);

        await Frozen(host, Guid.CreateVersion7(), day: 2, part: 1, parts: 1, bob);
        (await Price(host, ada), await Price(host, bob)).ShouldBe((20m, 15m));
        await Frozen(host, Guid.CreateVersion7(), day: 1, part: 1, parts: 1, ada);
        (await Price(host, ada)).ShouldBe(20m);
        (await host.See(db => db.SegmentMembers.CountAsync())).ShouldBe(1);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_list_for_a_territory_holds_below_it_too(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (north, berlin) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (ada, bob) = (await host.Customer("ADA"), await host.Customer("BOB"));
        await host.Product("A", price: 20m);
        await host.Hear(new CustomerChangedV1(ada, Customers.State(ada, "ADA") with { TerritoryId = berlin }), ada, 2);
        await host.Do(Offers.List("north", 1, ("A", 18m)) with { Scope = new PriceScope { Territories = [$"{north}"] } });
        (await Price(host, ada)).ShouldBe(20m);

        await host.Hear(new TerritoryChangedV1(berlin, "BER", "Berlin", north, [north], null, []), berlin, 1);

        (await Price(host, ada), await Price(host, bob)).ShouldBe((18m, 20m));
        await host.Hear(new TerritoryChangedV1(berlin, "BER", "Berlin", null, [], null, []), berlin, 2);
        (await Price(host, ada)).ShouldBe(20m);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_promotion_for_the_first_order_is_given_until_one_is_sold(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1));
        await host.Product("A", onHand: 9, price: 20m);
        await host.Do(Planned.Five() with { When = new FirstOrder() });

        (await host.Do(order)).Gross.ShouldBe(15m);
        (await host.Do(order with { Confirm = true })).Gross.ShouldBe(15m);
        (await host.Do(order)).Gross.ShouldBe(20m);
    }

    [SkippableTheory, EveryProvider]
    public async Task Without_new_conditions_an_order_costs_no_more_trips_than_before(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        await host.Product("A", onHand: 9, price: 20m);
        await host.Do(order);
        var without = Reads(await CommandLog.Of(() => host.Do(order)));
        await host.Do(Planned.Five());
        await host.Do(order);

        Reads(await CommandLog.Of(() => host.Do(order))).ShouldBe(without);
        await host.Do(Planned.Five("vip") with { When = new InSegment([$"{Segment}"]) });
        await host.Do(order);
        Reads(await CommandLog.Of(() => host.Do(order))).ShouldBe(without + 1);
    }

    [Fact]
    public async Task A_quote_says_why_a_promotion_gave_nothing_if_it_is_asked()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", price: 20m);
        await host.Do(Planned.Five() with { When = new AllOf([new InSegment([$"{Segment}"])]) });
        var asked = new QuotePrices { CustomerId = customer, Currency = "EUR", Lines = [new(1, "A")] };

        var quote = await host.Ask<PriceQuotes, PriceExplained>(quotes => quotes.Quote(asked with { Explain = true }, CancellationToken.None));

        quote.Price.Passed.ShouldBe([new PassedPromotion(new PriceRuleRef("five", 1), PricePhase.OrderPromotions, PassedBecause.Condition, "/when/of/0")]);
        (await host.Ask<PriceQuotes, PriceExplained>(quotes => quotes.Quote(asked, CancellationToken.None))).Price.Passed.ShouldBeEmpty();
    }

    // SQLite writes each row by itself, also that of the event which tells of the promotion.
    private static int Reads(IReadOnlyList<string> commands) => commands.Count(c => c.TrimStart().StartsWith("SELECT", StringComparison.Ordinal));

    private static async Task<decimal> Price(SalesOrdersHost host, Guid customer) => (await host.Do(Orders.Of(customer, ("A", 1)))).Gross;

    private static Task Frozen(SalesOrdersHost host, Guid list, int day, int part, int parts, params Guid[] members) => host.Hear(
        new SegmentFrozenV1(Segment, 1, list, DateTimeOffset.UnixEpoch.AddDays(day), members.Length, part, parts, members), list, part);
}
