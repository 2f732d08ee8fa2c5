using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Crm.Testing;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class ReturnTests
{
    [SkippableTheory, EveryProvider]
    public async Task Goods_that_come_back_are_credited_and_go_into_the_stock_as_far_as_they_are_good(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, line) = await Shipped(host, units: 5, paid: 50m);

        var back = await host.Do(new RequestReturn { Id = order, Lines = [new(line, 3)], Reason = "too large" });
        await host.Do(new ApproveReturn(back.Id));
        (await host.Order(order)).Fulfilment.ShouldBe(FulfilmentState.Full);
        var received = await host.Do(new ReceiveReturn { Id = back.Id, Lines = [new(line, 2)] });
        await host.Do(new InspectReturn { Id = back.Id, Restock = [new(line, 1)] });
        await host.Do(new CloseReturn(back.Id));

        var after = await host.Order(order);
        (after.Fulfilment, after.Credited, after.Balance, after.Lines.Single().Returnable).ShouldBe((FulfilmentState.PartlyReturned, 20m, -20m, 3));
        var refund = await host.See(db => db.Refunds.SingleAsync());
        (refund.Id.Value, refund.State, refund.Amount, refund.ReturnId).ShouldBe((received.RefundId!.Value, RefundState.Approved, 20m, back.Id));
        (await host.Stock("A")).OnHand.ShouldBe(1);
        (await host.See(db => db.StockMovements.SingleAsync(m => m.Reason == MovementReason.Return))).Change.ShouldBe(1);
        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(ReturnReceivedV1))).ShouldHaveSingleItem().ShouldBeOfType<ReturnReceivedV1>();
        (told.IsOrderFullyReturned, told.Lines.Single().Quantity).ShouldBe((false, 2));
    }

    [SkippableTheory, EveryProvider]
    public async Task Goods_that_were_not_paid_are_no_longer_owed_and_nothing_is_paid_back(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, _) = await Shipped(host, units: 5, paid: 10m);

        var back = await host.Do(new RequestReturn { Id = order });
        await host.Do(new ApproveReturn(back.Id));
        await host.Do(new ReceiveReturn { Id = back.Id });

        var after = await host.Order(order);
        (after.Fulfilment, after.Status, after.Credited, after.Balance, after.RefundReserved).ShouldBe((FulfilmentState.Returned, OrderStatus.Returned, 50m, -10m, 10m));
        await host.Do(new SettleRefund { Id = (await host.See(db => db.Refunds.SingleAsync())).Key });
        ((await host.Order(order)).Balance, (await host.Order(order)).Payment).ShouldBe((0m, PaymentState.Refunded));
    }

    [Fact]
    public async Task Where_the_company_says_so_the_customer_has_the_money_before_the_goods_are_back()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.RefundBeforeReceipt, "true");
        var (order, _) = await Shipped(host, units: 2, paid: 20m);
        var back = await host.Do(new RequestReturn { Id = order });

        var approved = await host.Do(new ApproveReturn(back.Id));

        approved.RefundId.ShouldNotBeNull();
        await host.Do(new SettleRefund { Id = approved.RefundId.Value });
        await host.Do(new ReceiveReturn { Id = back.Id });
        (await host.See(db => db.Refunds.CountAsync())).ShouldBe(1);
        (await host.Order(order)).Payment.ShouldBe(PaymentState.Refunded);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_was_credited_before_it_came_and_does_not_come_is_owed_again(bool isPaidOut)
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.RefundBeforeReceipt, "true");
        var (order, line) = await Shipped(host, units: 3, paid: 30m);
        var back = await host.Do(new RequestReturn { Id = order });
        var refund = (await host.Do(new ApproveReturn(back.Id))).RefundId!.Value;
        if (isPaidOut) await host.Do(new SettleRefund { Id = refund });

        await host.Do(new ReceiveReturn { Id = back.Id, Lines = [new(line, 1)] });
        if (!isPaidOut) await host.Do(new SettleRefund { Id = refund });

        var after = await host.Order(order);
        (after.Credited, after.Owed, after.Refunded, after.Balance).ShouldBe((10m, 20m, isPaidOut ? 30m : 10m, isPaidOut ? 20m : 0m));
        (after.CreditReserved, after.RefundReserved, after.Lines.Single().Credited).ShouldBe((0m, 0m, 1));
        (await host.Harness.Published<SalesOrdersDbContext>(typeof(RefundSettledV1))).Cast<RefundSettledV1>().SelectMany(r => r.Lines).Sum(l => l.Amount).ShouldBe(10m);
        (await host.Do(new IssueInvoice { Id = order })).Total.ShouldBe(20m);
    }

    [Fact]
    public async Task Nothing_is_paid_back_for_goods_that_were_credited_and_did_not_come_at_all()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.RefundBeforeReceipt, "true");
        var (order, line) = await Shipped(host, units: 3, paid: 30m);
        var back = await host.Do(new RequestReturn { Id = order });
        await host.Do(new ApproveReturn(back.Id));

        await host.Do(new ReceiveReturn { Id = back.Id, Lines = [new(line, 0)] });

        (await host.See(db => db.Refunds.Select(r => r.State).SingleAsync())).ShouldBe(RefundState.Settled);
        var after = await host.Order(order);
        (after.Balance, after.Refunded, after.RefundReserved, after.Lines.Single().Credited).ShouldBe((0m, 0m, 0m, 0));
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_many_who_send_back_no_more_is_taken_than_was_shipped(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, line) = await Shipped(host, units: 20, paid: 200m);

        var outcomes = await Racing.AtOnce(24, async i =>
        {
            var back = await host.Do(new RequestReturn { Id = order, Lines = [new(line, 3)] });
            await host.Do(new ApproveReturn(back.Id));
            var received = await host.Do(new ReceiveReturn { Id = back.Id });
            await host.Do(new InspectReturn { Id = back.Id, Restock = [new(line, 3)] });
            await host.Do(new SettleRefund { Id = received.RefundId!.Value });
        });

        outcomes.Count(o => o is null).ShouldBe(6);
        outcomes.OfType<RuleBroken>().Select(r => r.Rule).Distinct().ShouldBe([SalesOrdersRules.ReturnsTooMuch]);
        var after = await host.Order(order);
        (after.Lines.Single().Returned, after.Lines.Single().ReturnReserved, after.Refunded, after.Balance).ShouldBe((18, 0, 180m, 0m));
        (await host.Stock("A")).OnHand.ShouldBe(18);
        (await host.See(db => db.StockMovements.SumAsync(m => m.Change))).ShouldBe(18);
    }

    [Fact]
    public async Task An_exchange_links_the_order_that_replaces_the_goods()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, _) = await Shipped(host, units: 2, paid: 20m);
        var customer = (await host.Order(order)).CustomerId;
        await host.Product("B", onHand: 5);
        var other = await host.Customer("OTHER");
        var back = await host.Do(new RequestReturn { Id = order });
        var exchange = new ExchangeReturn { Id = back.Id, Order = Orders.Of(customer, ("B", 2)) with { Confirm = true } };
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(exchange))).Rule.ShouldBe(SalesOrdersRules.ReturnElsewhere);
        await host.Do(new ApproveReturn(back.Id));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(exchange with { Order = Orders.Of(other, ("B", 1)) }))).Rule.ShouldBe(SalesOrdersRules.ExchangeForOther);

        var replacement = await host.Do(exchange);

        (await host.See(db => db.Returns.SingleAsync())).ExchangeOrderId.ShouldBe(new OrderId(replacement.Id));
        replacement.Status.ShouldBe(OrderStatus.Confirmed);
        (await host.See(db => db.Orders.CountAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_not_shipped_does_not_come_back_and_no_step_is_left_out()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var open = await host.Do(Orders.Of(customer, ("A", 5)) with { Confirm = true });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RequestReturn { Id = open.Id }))).Rule.ShouldBe(SalesOrdersRules.NothingToReturn);
        await host.Do(new ShipOrder { Id = open.Id });
        var back = await host.Do(new RequestReturn { Id = open.Id });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ReceiveReturn { Id = back.Id }))).Rule.ShouldBe(SalesOrdersRules.ReturnElsewhere);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new CloseReturn(back.Id)))).Rule.ShouldBe(SalesOrdersRules.ReturnElsewhere);
        await host.Do(new RejectReturn(back.Id));
        (await host.Order(open.Id)).Lines.Single().Returnable.ShouldBe(5);
    }

    private static async Task<(Guid Order, Guid Line)> Shipped(SalesOrdersHost host, int units, decimal paid)
    {
        var customer = await host.Customer();
        await host.Product("A", onHand: units);
        var order = await host.Do(Orders.Of(customer, ("A", units)) with { Confirm = true });
        await host.Do(new ShipOrder { Id = order.Id });
        await host.Do(new RecordPayment { Id = order.Id, Amount = paid });
        return (order.Id, (await host.Order(order.Id)).Lines.Single().Id);
    }
}
