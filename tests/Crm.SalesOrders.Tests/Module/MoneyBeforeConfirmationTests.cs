using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Money that comes in for an order before it is binding.</summary>
public sealed class MoneyBeforeConfirmationTests
{
    [Fact]
    public async Task A_draft_that_money_was_paid_for_keeps_its_customer_and_its_currency()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, customer) = await PaidAndRejected(host);
        var other = await host.Customer("BONAP");

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Draft(order, other, "EUR")))).Rule.Code.ShouldBe("sales-orders.money-fixes-customer");
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Draft(order, customer, "JPY")))).Rule.Code.ShouldBe("sales-orders.money-fixes-customer");
        await host.Do(Draft(order, customer, "EUR"));
        await Settle(host, (await host.Do(new RequestRefund { Id = order, Overpayment = 10m })).Id);

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Draft(order, other, "EUR")))).Rule.Code.ShouldBe("sales-orders.money-fixes-customer");
    }

    [Fact]
    public async Task What_was_paid_before_the_confirmation_goes_back_whatever_became_of_the_draft()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, customer) = await PaidAndRejected(host);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RequestRefund { Id = order, Overpayment = 10.01m }))).Rule.ShouldBe(SalesOrdersRules.NotOverpaid);
        var first = await host.Do(new RequestRefund { Id = order, Overpayment = 4m });
        var second = await host.Do(new RequestRefund { Id = order, Overpayment = 6m });

        await host.Do(Draft(order, customer, "EUR"));
        await host.Do(new RejectRefund { Id = first.Id, Reason = "comes with the rest" });
        await Settle(host, second.Id);
        await Settle(host, (await host.Do(new RequestRefund { Id = order, Overpayment = 4m })).Id);

        var after = await host.Order(order);
        (after.Refunded, after.Refundable, after.CreditReserved, after.RefundReserved).ShouldBe((10m, 0m, 0m, 0m));
    }

    [Fact]
    public async Task Nothing_is_credited_before_the_confirmation_because_nothing_is_owed()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = (await host.Do(Orders.Of(customer, ("A", 1)) with { Freight = 2m })).Id;
        await host.Do(new RecordPayment { Id = order, Amount = 12m });
        var line = (await host.Order(order)).Lines.Single().Id;

        foreach (var wish in new RequestRefund[] { new() { Lines = [new(line, 1)] }, new() { Freight = 1m }, new() { Goodwill = 1m } })
            (await Should.ThrowAsync<RuleBroken>(() => host.Do(wish with { Id = order }))).Rule.Code.ShouldBe("sales-orders.nothing-owed-yet");
        (await host.Order(order)).Lines.Single().Creditable.ShouldBe(1);
    }

    [Fact]
    public async Task A_prepaid_order_is_not_sent_for_money_that_is_on_its_way_back()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = (await host.Do(Orders.Of(customer, ("A", 1)) with { PaymentPolicy = PaymentPolicy.Prepaid })).Id;
        await host.Do(new RecordPayment { Id = order, Amount = 10m });
        await host.Do(new RequestRefund { Id = order, Overpayment = 10m });
        await host.Do(new ConfirmOrder(order));

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ShipOrder { Id = order }))).Rule.ShouldBe(SalesOrdersRules.NothingPrepaid);
    }

    private static ChangeDraft Draft(Guid order, Guid customer, string currency) => new()
    {
        Id = order,
        CustomerId = customer,
        Currency = currency,
        Lines = [new OrderContent.Line(2, "A") { UnitPrice = 3m }],
    };

    private static async Task<(Guid Order, Guid Customer)> PaidAndRejected(SalesOrdersHost host)
    {
        await host.Do(new MakeApprovalRule { Name = "all", Kind = HoldKind.Value, Threshold = 0m, Currency = "EUR" });
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = (await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id;
        await host.Do(new RecordPayment { Id = order, Amount = 10m });
        await host.Do(new RejectOrder { Id = order, Reason = "no" });
        return (order, customer);
    }

    private static async Task Settle(SalesOrdersHost host, Guid refund)
    {
        await host.Do(new ApproveRefund(refund), Callers.Boss);
        await host.Do(new SettleRefund { Id = refund });
    }
}
