using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Pricing;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Loyalty;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Loyalty;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>A point for every euro, worth five cents, for twelve months. The clock of a test begins on 2 March 2026.</summary>
public sealed class PointsTests
{
    [SkippableTheory, EveryProvider]
    public async Task Points_are_earned_when_an_order_is_completed_and_taken_back_with_what_is_returned(DatabaseProvider provider)
    {
        await using var host = await Start(provider);
        var customer = await host.Customer();
        var order = await Completed(host, customer, units: 10);
        (await Ledger(host, customer)).ShouldBe([(PointsKind.Earned, 100, 100)]);

        var line = (await host.Order(order)).Lines.Single().Id;
        await Refund(host, new RequestRefund { Id = order, Lines = [new(line, 3)] });
        await Count(host);
        await Count(host);

        (await Ledger(host, customer)).ShouldBe([(PointsKind.Earned, 100, 100), (PointsKind.Reversed, -30, 70)]);
        await Refund(host, new RequestRefund { Id = order, Lines = [new(line, 7)] });
        await Count(host);
        (await Balance(host, customer)).ShouldBe(0);
        (await host.Published()).Count(n => n == "sales-orders.points-changed.v1").ShouldBe(3);
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_many_who_spend_the_same_points_as_many_succeed_as_there_are_points(DatabaseProvider provider)
    {
        const int spenders = 32;
        await using var host = await Start(provider);
        var customer = await host.Customer();
        await Completed(host, customer, units: 10);
        var orders = new List<Guid>();
        for (var i = 0; i < spenders; i++) orders.Add((await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id);

        var outcomes = await Racing.AtOnce(spenders, i => host.Do(new PayWithPoints { Id = orders[i], Points = 15 }));

        outcomes.Count(o => o is null).ShouldBe(6);
        outcomes.OfType<RuleBroken>().Select(r => r.Rule).Distinct().ShouldBe([LoyaltyRules.NotEnoughPoints]);
        (await Balance(host, customer)).ShouldBe(10);
        (await host.See(db => db.Orders.Where(o => o.Paid == 0.75m).CountAsync())).ShouldBe(6);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_paid_with_points_earns_none_and_comes_back_as_points(DatabaseProvider provider)
    {
        await using var host = await Start(provider);
        var customer = await host.Customer();
        await Completed(host, customer, units: 10);
        var order = await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new PayWithPoints { Id = order.Id, Points = 101 }))).Rule.ShouldBe(LoyaltyRules.NotEnoughPoints);

        var paid = await host.Do(new PayWithPoints { Id = order.Id, Points = 80 });
        (paid.Amount, paid.PointsLeft, paid.Balance).ShouldBe((4m, 20, 16m));
        await host.Do(new RecordPayment { Id = order.Id, Amount = 16m });
        await host.Do(new ShipOrder { Id = order.Id });
        await Count(host);
        (await Balance(host, customer)).ShouldBe(20 + 16);

        var line = (await host.Order(order.Id)).Lines.Single().Id;
        await Refund(host, new RequestRefund { Id = order.Id, Lines = [new(line, 2)] });
        await Count(host);

        (await Balance(host, customer)).ShouldBe(100);
        (await host.Order(order.Id)).Refunded.ShouldBe(20m);
        var refund = await host.See(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.Kind == DocumentKind.Refund));
        refund.Lines.Select(l => (l.Account, l.Debit - l.Credit)).ShouldBe([("1000", -16m), ("2500", -4m), ("1200", 20m)], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task Points_expire_the_oldest_first_and_the_ledger_says_so(DatabaseProvider provider)
    {
        await using var host = await Start(provider);
        var customer = await host.Customer();
        await Completed(host, customer, units: 10);
        host.Harness.Time.Advance(TimeSpan.FromDays(200));
        await Completed(host, customer, units: 5);
        var order = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
        await host.Do(new PayWithPoints { Id = order.Id, Points = 30 });

        host.Harness.Time.Advance(TimeSpan.FromDays(200));
        await Count(host);
        await Count(host);

        (await Ledger(host, customer)).ShouldBe([(PointsKind.Earned, 100, 100), (PointsKind.Earned, 50, 150), (PointsKind.Used, -30, 120), (PointsKind.Expired, -70, 50)]);
    }

    [Fact]
    public async Task Points_of_an_order_whose_goods_got_lost_are_earned_again_only_when_others_are_sent()
    {
        await using var host = await Start(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        var order = await Completed(host, customer, units: 10);
        var shipment = await host.See(db => db.Shipments.Select(s => s.Id).SingleAsync());
        await host.Do(new LoseShipment { OrderId = order, ShipmentId = shipment });
        await Count(host);
        (await Balance(host, customer)).ShouldBe(0);
        await host.Do(new ShipOrder { Id = order });
        await Count(host);
        (await Balance(host, customer)).ShouldBe(100);
        await host.Do(new LoseShipment { OrderId = order, ShipmentId = await host.See(db => db.Shipments.Where(s => s.LostOn == null).Select(s => s.Id).SingleAsync()) });
        await host.Do(new CancelOrder { Id = order, Reason = "lost twice" });

        await Count(host);

        (await Balance(host, customer)).ShouldBe(0);
    }

    [Fact]
    public async Task Points_that_were_spent_before_goods_came_back_are_made_up_for_by_the_next_ones()
    {
        await using var host = await Start(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        var first = await Completed(host, customer, units: 10);
        var second = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
        await host.Do(new PayWithPoints { Id = second.Id, Points = 90 });
        await Refund(host, new RequestRefund { Id = first, Lines = [new((await host.Order(first)).Lines.Single().Id, 10)] });
        await Count(host);
        (await Balance(host, customer)).ShouldBe(-90);

        await Completed(host, customer, units: 10);

        (await Balance(host, customer)).ShouldBe(10);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new PayWithPoints { Id = second.Id, Points = 11 }))).Rule.ShouldBe(LoyaltyRules.NotEnoughPoints);
        (await host.Do(new PayWithPoints { Id = second.Id, Points = 10 })).PointsLeft.ShouldBe(0);
    }

    [Fact]
    public async Task Points_pay_no_more_than_is_owed_and_only_where_there_is_a_program()
    {
        await using var host = await Start(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await Completed(host, customer, units: 100);
        var order = (await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id;
        var dollars = (await host.Do(Orders.Of(customer, ("A", 1)) with { Currency = "USD", Lines = [new OrderContent.Line(1, "A", null, 10m)] })).Id;

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new PayWithPoints { Id = order, Points = 201 }))).Rule.ShouldBe(LoyaltyRules.PointsBeyondBalance);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new PayWithPoints { Id = dollars, Points = 1 }))).Rule.ShouldBe(LoyaltyRules.NoProgram);

        (await host.Do(new PayWithPoints { Id = order, Points = 200 })).PointsLeft.ShouldBe(800);
    }

    [SkippableTheory, EveryProvider]
    public async Task Points_that_a_promotion_takes_are_spent_with_the_confirmation_and_come_back_with_a_cancellation(DatabaseProvider provider)
    {
        await using var host = await Start(provider);
        var customer = await host.Customer();
        await Completed(host, customer, units: 10);
        await host.Do(Offers.Promotion("points", PricePhase.Vouchers, new Offset(50m, OffsetKind.Points, ValuePerPoint: 0.1m)));
        var wish = Orders.Of(customer, ("A", 2)) with { Points = 60 };

        var order = await host.Do(wish);
        order.Gross.ShouldBe(14m);
        (await Balance(host, customer)).ShouldBe(100);
        await host.Do(new ConfirmOrder(order.Id));
        (await Balance(host, customer)).ShouldBe(40);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(wish with { Confirm = true }))).Rule.ShouldBe(LoyaltyRules.NotEnoughPoints);
        await host.Do(new CancelOrder { Id = order.Id, Reason = "changed their mind" });

        (await Ledger(host, customer)).ShouldBe([(PointsKind.Earned, 100, 100), (PointsKind.Offset, -60, 40), (PointsKind.OffsetReturned, 60, 100)]);
        await Balance(host, customer);
    }

    [SkippableTheory, EveryProvider(3)]
    public async Task Of_many_orders_at_once_as_many_are_made_cheaper_as_there_are_points(DatabaseProvider provider, int orders)
    {
        await using var host = await Start(provider);
        var customer = await host.Customer();
        await Completed(host, customer, units: 10);
        await host.Do(Offers.Promotion("points", PricePhase.Vouchers, new Offset(50m, OffsetKind.Points, ValuePerPoint: 0.1m)));

        var outcomes = await Racing.AtOnce(16, _ => host.Do(Orders.Of(customer, ("A", 1)) with { Points = 30, Confirm = true }));

        outcomes.Count(o => o is null).ShouldBe(orders);
        outcomes.OfType<RuleBroken>().Select(r => r.Rule).Distinct().ShouldBe([LoyaltyRules.NotEnoughPoints]);
        (await Balance(host, customer)).ShouldBe(10);
    }

    private static async Task<SalesOrdersHost> Start(DatabaseProvider provider)
    {
        var host = await SalesOrdersHost.On(provider);
        await host.Do(new SetLoyaltyProgram { Currency = "EUR", PointsPerUnit = 1m, PointValue = 0.05m, MonthsValid = 12 });
        await host.Product("A", onHand: 1000);
        return host;
    }

    private static async Task<Guid> Completed(SalesOrdersHost host, Guid customer, int units)
    {
        var order = await host.Do(Orders.Of(customer, ("A", units)) with { Confirm = true });
        await host.Do(new ShipOrder { Id = order.Id });
        await host.Do(new RecordPayment { Id = order.Id, Amount = order.Gross });
        await Count(host);
        return order.Id;
    }

    private static async Task Refund(SalesOrdersHost host, RequestRefund wish)
    {
        var refund = await host.Do(wish);
        await host.Do(new ApproveRefund(refund.Id), Callers.Boss);
        await host.Do(new SettleRefund { Id = refund.Id, Method = "transfer" });
    }

    private static async Task Count(SalesOrdersHost host)
    {
        await using var scope = host.Harness.Scope();
        await ActivatorUtilities.CreateInstance<CountPoints>(scope.ServiceProvider).Run(CancellationToken.None);
    }

    private static async Task<List<(PointsKind Kind, long Points, long Balance)>> Ledger(SalesOrdersHost host, Guid customer)
    {
        var entries = await host.See(db => db.PointsAccounts.Where(a => a.CustomerId == customer).SelectMany(a => a.Entries).AsNoTracking().ToListAsync());
        return [.. entries.OrderBy(e => e.Number).Select(e => (e.Kind, e.Points, e.BalanceAfter))];
    }

    /// <summary>By the ledger, by the account, and by what is left of each entry: the three agree.</summary>
    private static async Task<long> Balance(SalesOrdersHost host, Guid customer)
    {
        var account = await host.See(db => db.PointsAccounts.AsNoTracking().Include(a => a.Entries).SingleAsync(a => a.CustomerId == customer));
        account.Entries.Sum(e => e.Points).ShouldBe(account.Balance);
        account.Entries.Sum(e => e.Left).ShouldBe(Math.Max(0, account.Balance));
        return account.Balance;
    }
}
