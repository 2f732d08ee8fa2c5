using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Pricing;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Checking;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;
using Crm.SalesOrders.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What the others are told of the end of an order, and when old ones are put away.</summary>
public sealed class MilestoneTests
{
    [SkippableTheory, EveryProvider]
    public async Task Completed_and_settled_are_told_once_each_and_again_only_after_the_order_was_reopened(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 10m);
        var order = (await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true })).Id;
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new RecordPayment { Id = order, Amount = 12m });
        (await Told(host)).ShouldBeEmpty();
        await host.Do(new RecordPayment { Id = order, Amount = 8m });
        (await Told(host)).ShouldBe(["completed 20"]);
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.Invoice });
        (await Told(host)).ShouldBe(["completed 20", "settled 20"]);

        var line = (await host.Order(order)).Lines.Single().Id;
        var back = await host.Do(new RequestReturn { Id = order, Lines = [new(line, 1)] });
        await host.Do(new ApproveReturn(back.Id), Callers.Boss);
        (await Told(host)).Count.ShouldBe(2);
        await host.Do(new ReceiveReturn { Id = back.Id });
        (await Told(host)).ShouldBe(["completed 20", "settled 20", "reopened True False"]);
        var refund = await host.See(db => db.Refunds.AsNoTracking().SingleAsync());
        await host.Do(new SettleRefund { Id = refund.Key });
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.CreditNote });
        (await Told(host)).ShouldBe(["completed 20", "settled 20", "reopened True False", "settled 10"]);

        await host.Do(new StartOrderCheck());
        await host.Harness.RunOperations();
        (await host.See(db => db.Set<OperationProblem>().Select(p => p.English).ToListAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_parcel_takes_back_that_the_order_was_completed()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 10m);
        var order = (await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true })).Id;
        await host.Do(new RecordPayment { Id = order, Amount = 20m });
        await host.Do(new ShipOrder { Id = order });
        var shipment = await host.See(db => db.Shipments.Select(s => s.Id).SingleAsync());

        await host.Do(new LoseShipment { OrderId = order, ShipmentId = shipment });
        await host.Do(new ShipOrder { Id = order });

        (await Told(host)).ShouldBe(["completed 20", "reopened False False", "completed 20"]);
    }

    [Fact]
    public async Task What_the_bank_takes_back_reopens_an_order_that_was_settled_and_not_one_that_was_completed_alone()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 10m);
        var order = (await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true })).Id;
        await host.Do(new ShipOrder { Id = order });
        await Pay();
        await ChargeBack();
        (await Told(host)).ShouldBe(["completed 20"]);
        ((await host.Order(order)).State, (await host.Order(order)).Balance).ShouldBe((OrderState.Completed, 20m));
        await Pay();
        await host.Do(new IssueInvoice { Id = order });
        (await Told(host)).ShouldBe(["completed 20", "settled 20"]);

        await ChargeBack();
        (await Told(host)).ShouldBe(["completed 20", "settled 20", "reopened True False"]);
        await host.Do(new WriteOffReceivable { Id = order, Reason = "moved away" });

        var told = await host.Harness.Published<SalesOrdersDbContext>(typeof(OrderCompletedV1), typeof(OrderSettledV1));
        var (of, number, today) = (await host.Order(order)) is var o ? (o.Key, o.Number, DateOnly.FromDateTime(host.Harness.Time.GetUtcNow().UtcDateTime)) : default;
        told.ShouldBe([
            new OrderCompletedV1(of, number, customer, 20m, "EUR", today), new OrderSettledV1(of, number, customer, 20m, 0m, "EUR"), new OrderSettledV1(of, number, customer, 0m, 20m, "EUR")]);

        Task Pay() => host.Do(new RecordPayment { Id = order, Amount = 20m });

        async Task ChargeBack() =>
            await host.Do(new ChargeBackPayment { Id = (await host.See(db => db.Payments.OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync())).Value });
    }

    [Fact]
    public async Task What_a_change_leaves_as_it_was_is_not_told_and_the_redeemed_less_the_released_are_what_is_counted()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 99, price: 10m);
        var when = new QuantityAtLeast(5);
        await host.Do(Offers.Promotion("SPRING", PricePhase.OrderPromotions, new AmountOff(2m)) with { Priority = 2, MaxUses = 100 });
        await host.Do(Offers.Promotion("BULK", PricePhase.OrderPromotions, new AmountOff(5m)) with { When = when, Budget = 100m });
        await host.Do(Offers.Promotion("CLUB", PricePhase.Vouchers, new PercentOff(0.1m)) with { Coupons = ["CLUB-1"], MaxUses = 100, MaxUsesPerCoupon = 9 });
        var order = (await host.Do(Orders.Of(customer, ("A", 6)) with { Coupons = ["CLUB-1"], OrderedOn = new DateOnly(2026, 5, 4), Confirm = true })).Id;
        await Change(4);
        await Change(5);
        var kept = (await host.Do(Orders.Of(customer, ("A", 5)) with { Confirm = true })).Id;

        var told = await host.Harness.Published<SalesOrdersDbContext>(typeof(PromotionRedeemedV1), typeof(PromotionReleasedV1));
        var redeemed = told.OfType<PromotionRedeemedV1>().ToList();
        redeemed.Where(r => r.OrderId == order).Select(r => (r.Code, r.Version, r.Coupon, r.Amount, r.Currency, r.OrderedOn, r.CustomerId)).ShouldBe([
            Of("SPRING", null, 2m), Of("BULK", null, 5m), Of("CLUB", "CLUB-1", 5.3m), Of("CLUB", "CLUB-1", 3.8m), Of("BULK", null, 5m), Of("CLUB", "CLUB-1", 4.3m)], ignoreOrder: true);
        var released = told.OfType<PromotionReleasedV1>().ToList();
        released.Select(r => (r.OrderId, r.Code, r.Version, r.Coupon, r.Amount, r.OrderedOn)).ShouldBe(
            [(order, "BULK", 1, null, 5m, new DateOnly(2026, 5, 4)), (order, "CLUB", 1, "CLUB-1", 5.3m, new DateOnly(2026, 5, 4)), (order, "CLUB", 1, "CLUB-1", 3.8m, new DateOnly(2026, 5, 4))], ignoreOrder: true);
        redeemed.Count(r => r.OrderId == kept).ShouldBe(2);
        foreach (var use in await host.See(db => db.PromotionUses.AsNoTracking().ToListAsync()))
        {
            var (taken, given) = (redeemed.FindAll(r => Means(use, r.Code, r.Coupon)), released.FindAll(r => Means(use, r.Code, r.Coupon)));
            (use.Key, use.Used, use.Spent).ShouldBe((use.Key, taken.Count - given.Count, taken.Sum(r => r.Amount) - given.Sum(r => r.Amount)));
        }

        (string Code, int Version, string? Coupon, decimal Amount, string Currency, DateOnly OrderedOn, Guid Customer) Of(string code, string? coupon, decimal amount) =>
            (code, 1, coupon, amount, "EUR", new DateOnly(2026, 5, 4), customer);

        bool Means(PromotionUse use, string code, string? coupon) => use.Promotion == code && (use.Coupon is null || use.Coupon == coupon);

        async Task Change(int quantity)
        {
            var line = (await host.Order(order)).Lines.Single().Id;
            var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new LineWish(quantity, line)] });
            await host.Do(new AcceptOrderChange(order, change.Id));
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task What_an_order_uses_of_a_promotion_is_told_when_it_is_binding_and_given_back_with_it(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 10m);
        await host.Do(Offers.Promotion("SPRING", PricePhase.OrderPromotions, new AmountOff(2m)));
        var draft = await host.Do(Orders.Of(customer, ("A", 2)));
        (await Uses(host)).ShouldBeEmpty();
        await host.Do(new ConfirmOrder(draft.Id));
        (await Uses(host)).ShouldBe(["+SPRING 2"]);

        await host.Do(new CancelOrder { Id = draft.Id, Reason = "not wanted" });

        (await Uses(host)).ShouldBe(["+SPRING 2", "-SPRING 2"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Old_orders_are_put_away_once_nothing_is_expected_of_them_and_nothing_has_happened_for_long(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 10m);
        var done = (await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id;
        await host.Do(new ShipOrder { Id = done });
        await host.Do(new RecordPayment { Id = done, Amount = 10m });
        var overpaid = (await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id;
        await host.Do(new ShipOrder { Id = overpaid });
        await host.Do(new RecordPayment { Id = overpaid, Amount = 15m });
        var late = (await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id;
        var open = (await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id;
        host.Harness.Time.Advance(TimeSpan.FromDays(200));
        await host.Do(new CancelOrder { Id = late, Reason = "not wanted" });
        (await Archive(host)).ShouldBe("0 orders archived, 0 ended and kept, 0 failed");

        host.Harness.Time.Advance(TimeSpan.FromDays(166));
        (await Archive(host)).ShouldBe("1 orders archived, 2 ended and kept, 0 failed");

        (await Archived(host)).ShouldBe([done]);
        host.Harness.Time.Advance(TimeSpan.FromDays(200));
        (await Archive(host)).ShouldBe("1 orders archived, 1 ended and kept, 0 failed");
        (await Archived(host)).ShouldBe([done, late], ignoreOrder: true);
        (await host.Order(overpaid)).ArchivedAt.ShouldBeNull();
        (await host.Order(open)).ArchivedAt.ShouldBeNull();
    }

    [Fact]
    public async Task After_how_many_days_an_order_is_put_away_is_a_setting_and_with_none_it_never_is()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Product("A", onHand: 9, price: 10m);
        var done = (await host.Do(Orders.Of(await host.Customer(), ("A", 1)) with { Confirm = true })).Id;
        await host.Do(new ShipOrder { Id = done });
        await host.Do(new RecordPayment { Id = done, Amount = 10m });
        var settings = host.Harness.Services.GetRequiredService<TestSettings>();
        host.Harness.Time.Advance(TimeSpan.FromDays(1000));

        settings.Choose(SalesSettings.ArchiveAfterDays, "0");
        (await Archive(host)).ShouldBe("archiving is switched off");
        settings.Choose(SalesSettings.ArchiveAfterDays, "1001");
        (await Archive(host)).ShouldBe("0 orders archived, 0 ended and kept, 0 failed");
        settings.Choose(SalesSettings.ArchiveAfterDays, "999");
        (await Archive(host)).ShouldBe("1 orders archived, 0 ended and kept, 0 failed");
    }

    private static async Task<string> Archive(SalesOrdersHost host)
    {
        await using var scope = host.Harness.Scope();
        return await scope.ServiceProvider.GetRequiredService<ArchiveOldOrders>().Run(default);
    }

    private static Task<List<Guid>> Archived(SalesOrdersHost host) =>
        host.See(async db => (await db.Orders.Where(o => o.ArchivedAt != null).Select(o => o.Id).ToListAsync()).ConvertAll(id => id.Value));

    private static async Task<List<string>> Told(SalesOrdersHost host) =>
        (await host.Harness.Published<SalesOrdersDbContext>(typeof(OrderCompletedV1), typeof(OrderSettledV1), typeof(OrderReopenedV1))).ConvertAll(e => e switch
        {
            OrderCompletedV1 c => FormattableString.Invariant($"completed {c.Owed:0.##}"),
            OrderSettledV1 s => FormattableString.Invariant($"settled {s.Owed:0.##}"),
            OrderReopenedV1 r => $"reopened {r.IsCompleted} {r.IsSettled}",
            _ => "",
        });

    private static async Task<List<string>> Uses(SalesOrdersHost host) =>
        (await host.Harness.Published<SalesOrdersDbContext>(typeof(PromotionRedeemedV1), typeof(PromotionReleasedV1))).ConvertAll(e => e switch
        {
            PromotionRedeemedV1 r => FormattableString.Invariant($"+{r.Code} {r.Amount:0.##}"),
            PromotionReleasedV1 r => FormattableString.Invariant($"-{r.Code} {r.Amount:0.##}"),
            _ => "",
        });
}
