using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class RefundTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_refund_is_asked_for_approved_and_paid_out(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, line) = await Paid(host, units: 3, discount: 0.01m, freight: 5m);

        var asked = await host.Do(new RequestRefund { Id = order, Lines = [new(line, 1)], Freight = 2m, Reason = "broken" });
        (asked.State, asked.Amount).ShouldBe((RefundState.Requested, 12m));
        (await host.Order(order)).Balance.ShouldBe(0m);
        await host.Do(new ApproveRefund(asked.Id), Callers.Boss);
        (await host.Order(order)).Balance.ShouldBe(-12m);
        var settled = await host.Do(new SettleRefund { Id = asked.Id, Method = "transfer" });

        settled.State.ShouldBe(RefundState.Settled);
        var after = await host.Order(order);
        (after.Payment, after.Balance, after.Refunded, after.Credited).ShouldBe((PaymentState.PartlyRefunded, 0m, 12m, 12m));
        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(RefundSettledV1))).ShouldHaveSingleItem().ShouldBeOfType<RefundSettledV1>();
        (told.Amount, told.Freight, told.Goodwill, told.BalanceAfter, told.Lines.Single().Quantity, told.Lines.Single().Amount).ShouldBe((12m, 2m, 0m, 0m, 1, 10m));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new SettleRefund { Id = asked.Id }))).Rule.ShouldBe(SalesOrdersRules.RefundNotApproved);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ApproveRefund(asked.Id), Callers.Boss))).Rule.ShouldBe(SalesOrdersRules.RefundDecided);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_rejected_or_fails_can_be_asked_for_again(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, line) = await Paid(host, units: 2);
        var all = new RequestRefund { Id = order, Lines = [new(line, 2)] };

        var first = await host.Do(all);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(all))).Rule.ShouldBe(SalesOrdersRules.CreditsTooMuch);
        await host.Do(new RejectRefund { Id = first.Id, Reason = "too late" });
        var second = await host.Do(all);
        await host.Do(new ApproveRefund(second.Id), Callers.Boss);
        await host.Do(new FailRefund { Id = second.Id, Reason = "account closed" });
        (await host.Order(order)).Payment.ShouldBe(PaymentState.Paid);
        var third = await host.Do(all);
        await host.Do(new ApproveRefund(third.Id), Callers.Boss);
        await host.Do(new SettleRefund { Id = third.Id });

        var after = await host.Order(order);
        (after.Payment, after.Balance, after.Lines.Single().Creditable).ShouldBe((PaymentState.Refunded, 0m, 0));
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_many_who_want_money_back_no_more_get_it_than_came_in(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, line) = await Paid(host, units: 20);

        var outcomes = await Racing.AtOnce(48, async i =>
        {
            var refund = await host.Do(i % 2 == 0
                ? new RequestRefund { Id = order, Lines = [new(line, 3)] }
                : new RequestRefund { Id = order, Goodwill = 17m });
            await host.Do(new ApproveRefund(refund.Id), Callers.Boss);
            await host.Do(new SettleRefund { Id = refund.Id });
        });

        outcomes.OfType<RuleBroken>().Count().ShouldBe(outcomes.Count(o => o is not null));
        var after = await host.Order(order);
        var (settled, entries) = await host.See(async db => (
            await db.Refunds.Where(r => r.State == RefundState.Settled).SumAsync(r => r.Amount),
            await db.PaymentEntries.Where(e => e.Kind == PaymentEntryKind.Refund).SumAsync(e => e.Amount)));
        after.Refunded.ShouldBeInRange(200m - 17m, 200m);
        (settled, entries, after.Credited).ShouldBe((after.Refunded, after.Refunded, after.Refunded));
        (after.Balance, after.RefundReserved, after.CreditReserved).ShouldBe((0m, 0m, 0m));
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_paid_for_a_cancelled_order_goes_back_as_overpaid_and_not_a_cent_more(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = (await host.Do(Orders.Of(customer, ("A", 5)) with { Confirm = true })).Id;
        await host.Do(new RecordPayment { Id = order, Amount = 20m });
        await host.Do(new RecordPayment { Id = order, Amount = 30m });
        await host.Do(new CancelOrder { Id = order, Reason = "changed their mind" });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RequestRefund { Id = order, Overpayment = 50.01m }))).Rule.ShouldBe(SalesOrdersRules.NotOverpaid);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RequestRefund { Id = order, Goodwill = 1m }))).Rule.ShouldBe(SalesOrdersRules.GoodwillTooLarge);
        var refund = await host.Do(new RequestRefund { Id = order, Overpayment = 45m });
        await host.Do(new ApproveRefund(refund.Id), Callers.Boss);
        await host.Do(new SettleRefund { Id = refund.Id });

        (await host.Order(order)).Balance.ShouldBe(-5m);
        var records = await host.See(db => db.Payments.OrderBy(p => p.RecordedAt).Select(p => p.State).ToListAsync());
        records.ShouldBe([PaymentRecordState.PartlyRefunded, PaymentRecordState.Refunded], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_asked_for_a_refund_cannot_approve_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, _) = await Paid(host, units: 2);
        var asked = await host.Do(new RequestRefund { Id = order, Goodwill = 5m }, Callers.Boss);

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ApproveRefund(asked.Id), Callers.Boss))).Rule.ShouldBe(SalesOrdersRules.OwnRefund);
        (await host.Do(new ApproveRefund(asked.Id), Callers.App)).State.ShouldBe(RefundState.Approved);
    }

    [Fact]
    public async Task Nothing_is_paid_back_that_did_not_come_in()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = (await host.Do(Orders.Of(customer, ("A", 5)) with { Confirm = true })).Id;
        var line = (await host.Order(order)).Lines.Single().Id;
        await host.Do(new RecordPayment { Id = order, Amount = 29.99m });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RequestRefund { Id = order, Lines = [new(line, 3)] }))).Rule.ShouldBe(SalesOrdersRules.RefundTooLarge);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RequestRefund { Id = order }))).Rule.ShouldBe(SalesOrdersRules.NothingToRefund);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RequestRefund { Id = order, Freight = 1m }))).Rule.ShouldBe(SalesOrdersRules.FreightCreditTooLarge);
        (await host.Order(order)).Lines.Single().Creditable.ShouldBe(5);
    }

    private static async Task<(Guid Order, Guid Line)> Paid(SalesOrdersHost host, int units, decimal discount = 0m, decimal freight = 0m)
    {
        var customer = await host.Customer();
        await host.Product("A", onHand: units);
        var order = await host.Do(Orders.Of(customer, ("A", units)) with { Confirm = true, Discount = discount, Freight = freight });
        await host.Do(new RecordPayment { Id = order.Id, Amount = order.Gross });
        return (order.Id, (await host.Order(order.Id)).Lines.Single().Id);
    }
}
