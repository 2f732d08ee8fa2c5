using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Pricing;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class PromotionLimitsTests
{
    private const int Buyers = 64;

    [SkippableTheory, EveryProvider(17)]
    public async Task Of_many_who_show_the_same_voucher_exactly_as_many_get_it_as_there_are_uses(DatabaseProvider provider, int uses)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 1000);
        await host.Product("B", onHand: 1000);
        await host.Do(Offers.Voucher("spring", "SPRING") with { MaxUses = uses });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Buyers).Select(i => Task.Run(() => Outcome(host.Do(
            Orders.Of(customer, i % 2 == 0 ? [("A", 1), ("B", 1)] : [("B", 1), ("A", 1)]) with { Confirm = true, Coupons = ["SPRING"] })))));

        outcomes.Count(o => o is null).ShouldBe(uses);
        var refusals = outcomes.OfType<RuleBroken>().Select(r => r.Rule).ToList();
        refusals.Count.ShouldBe(Buyers - uses);
        refusals.ShouldAllBe(r => r == PriceRules.PromotionUsedUp || r == PriceRules.CouponNotUsed);
        var counter = await host.See(db => db.PromotionUses.AsNoTracking().SingleAsync());
        (counter.Used, counter.Spent).ShouldBe((uses, uses * 5m));
        (await host.Stock("A")).Allocated.ShouldBe(uses);
    }

    [SkippableTheory, EveryProvider(9)]
    public async Task A_promotion_nobody_asks_for_is_left_out_when_its_last_use_is_taken(DatabaseProvider provider, int uses)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 1000, price: 20m);
        await host.Do(Offers.Promotion("first-nine", PricePhase.OrderPromotions, new AmountOff(5m)) with { MaxUses = uses });

        var orders = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true }))));

        orders.Count(o => o.Gross == 15m).ShouldBe(uses);
        orders.Count(o => o.Gross == 20m).ShouldBe(24 - uses);
    }

    [SkippableTheory, EveryProvider]
    public async Task Each_coupon_counts_for_itself_and_cancelling_gives_the_use_back(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 100);
        await host.Do(Offers.Voucher("batch", "ONE", "TWO") with { MaxUsesPerCoupon = 1, MaxUses = 2 });
        var one = Orders.Of(customer, ("A", 1)) with { Confirm = true, Coupons = ["ONE"] };

        var first = await host.Do(one);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(one))).Rule.ShouldBe(PriceRules.PromotionUsedUp);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(one with { Confirm = false }))).Rule.ShouldBe(PriceRules.PromotionUsedUp);
        await host.Do(one with { Coupons = ["TWO"] });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(one with { Coupons = ["TWO"] }))).Rule.ShouldBe(PriceRules.CouponNotUsed);
        await host.Do(new CancelOrder { Id = first.Id, Reason = "changed their mind" });

        (await host.Do(one)).Gross.ShouldBe(5m);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_budget_is_never_exceeded(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 100, price: 100m);
        await host.Product("B", onHand: 100, price: 50m);
        await host.Do(Offers.Promotion("tenth", PricePhase.OrderPromotions, new PercentOff(0.1m)) with { Budget = 25m });

        (await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true })).Gross.ShouldBe(180m);
        // Ten more would be too much; five are still there for a smaller order.
        (await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Gross.ShouldBe(100m);
        (await host.Do(Orders.Of(customer, ("B", 1)) with { Confirm = true })).Gross.ShouldBe(45m);
        (await host.See(db => db.PromotionUses.AsNoTracking().SingleAsync())).Spent.ShouldBe(25m);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_use_is_counted_when_the_order_is_confirmed_and_not_when_it_is_placed(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 100);
        await host.Do(Offers.Voucher("spring", "SPRING") with { MaxUses = 1 });
        var order = Orders.Of(customer, ("A", 1)) with { Coupons = ["SPRING"] };

        var (first, second) = (await host.Do(order), await host.Do(order));
        await host.Do(new ConfirmOrder(second.Id));

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ConfirmOrder(first.Id)))).Rule.ShouldBe(PriceRules.PromotionUsedUp);
        (await host.Order(first.Id)).State.ShouldBe(OrderState.Submitted);
        (await host.Stock("A")).Allocated.ShouldBe(1);

        await host.Do(new WithdrawOrder(first.Id));
        await host.Do(ChangeDraft.Of(await host.Order(first.Id)) with { Id = first.Id, Coupons = [] });
        (await host.Do(new ConfirmOrder(first.Id))).Gross.ShouldBe(10m);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new WithdrawOrder(first.Id)))).Rule.ShouldBe(SalesOrdersRules.OrderAlreadyConfirmed);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_promotion_that_is_used_up_is_there_again_with_a_version_that_allows_more(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        await host.Product("A", onHand: 100, price: 20m);
        await host.Do(Few(version: 1, uses: 1));
        await host.Do(order);
        (await host.Do(order)).Gross.ShouldBe(20m);

        await host.Do(Few(version: 2, uses: 2));

        (await host.Do(order)).Gross.ShouldBe(15m);
        (await host.Do(order)).Gross.ShouldBe(20m);
    }

    [SkippableTheory, EveryProvider]
    public async Task Cancelling_an_order_of_an_older_version_takes_nothing_from_the_present_one(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        await host.Product("A", onHand: 100, price: 20m);
        await host.Do(Few(version: 1, uses: 1));
        var older = await host.Do(order);
        await host.Do(Few(version: 2, uses: 3));
        await host.Do(order);

        await host.Do(new CancelOrder { Id = older.Id, Reason = "changed their mind" });

        (await host.Do(order)).Gross.ShouldBe(15m);
        (await host.Do(order)).Gross.ShouldBe(15m);
        (await host.Do(order)).Gross.ShouldBe(20m);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_an_order_of_an_older_version_gives_back_is_offered_again_by_the_present_one(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var order = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        await host.Product("A", onHand: 100, price: 20m);
        await host.Do(Few(version: 1, uses: 9));
        var older = await host.Do(order);
        await host.Do(Few(version: 2, uses: 2));
        await host.Do(order);
        (await host.Do(order)).Gross.ShouldBe(20m);

        await host.Do(new CancelOrder { Id = older.Id, Reason = "changed their mind" });

        (await host.Do(order)).Gross.ShouldBe(15m);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_rolled_back_leaves_nothing_in_the_prices_of_the_host(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var one = Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true };
        await host.Product("A", onHand: 9, price: 20m);
        await host.Do(Few(version: 1, uses: 1));

        // A batch whose first order takes the last use and whose second is priced after it, until a third is refused.
        await host.Ask<IServiceProvider, bool>(async services =>
        {
            var db = services.GetRequiredService<SalesOrdersDbContext>();
            var place = services.GetRequiredService<ICommandHandler<PlaceOrder, OrderSaved>>();
            await using var batch = await db.Dialect.BeginWrite(db, CancellationToken.None);
            (await place.Handle(one, CancellationToken.None)).Gross.ShouldBe(15m);
            db.ChangeTracker.Clear();
            (await place.Handle(one, CancellationToken.None)).Gross.ShouldBe(20m);
            return true;
        });
        // Its stamp is the next one again.
        await host.Do(Offers.List("usual", 1, ("A", 30m)));

        (await host.Do(one)).Gross.ShouldBe(25m);
    }

    private static PublishPromotion Few(int version, int uses) =>
        Offers.Promotion("few", PricePhase.OrderPromotions, new AmountOff(5m)) with { Version = version, MaxUses = uses };

    private static async Task<Exception?> Outcome(Task work)
    {
        try
        {
            await work;
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
