using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Invoices;
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

/// <summary>Money that is paid back for units that have not left: nobody gets the goods too.</summary>
public sealed class UnsentRefundTests
{
    [SkippableTheory, EveryProvider]
    public async Task Units_that_are_paid_back_before_they_left_are_not_sent_any_more_and_the_rest_is_invoiced(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, line) = await Paid(host, units: 10);
        await host.Do(new ShipOrder { Id = order, Lines = [new(line, 5)] });

        var refund = await host.Do(new RequestRefund { Id = order, Lines = [new(line, 5)] });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ShipOrder { Id = order }))).Rule.ShouldBe(SalesOrdersRules.NothingToShip);
        (await host.Stock("A")).Allocated.ShouldBe(0);
        (await host.Order(order)).State.ShouldBe(OrderState.Confirmed);
        await Settle(host, refund.Id);

        var after = await host.Order(order);
        (after.State, after.Balance, after.Refunded, after.Lines.Single().Open).ShouldBe((OrderState.Completed, 0m, 50m, 0));
        (await host.Do(new IssueInvoice { Id = order })).Total.ShouldBe(50m);
        (await host.Order(order)).IsSettled.ShouldBeTrue();
    }

    [SkippableTheory, EveryProvider]
    public async Task Units_whose_refund_is_rejected_or_fails_are_sent_after_all(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, line) = await Paid(host, units: 10);
        await host.Do(new ShipOrder { Id = order, Lines = [new(line, 8)] });
        var rejected = await host.Do(new RequestRefund { Id = order, Lines = [new(line, 2)] });
        await host.Do(new RejectRefund { Id = rejected.Id, Reason = "they are here" });
        (await host.Stock("A")).Allocated.ShouldBe(2);
        var failed = await host.Do(new RequestRefund { Id = order, Lines = [new(line, 2)] });
        await host.Do(new ApproveRefund(failed.Id), Callers.Boss);
        (await host.Order(order)).State.ShouldBe(OrderState.Completed);

        await host.Do(new FailRefund { Id = failed.Id, Reason = "account closed" });

        var open = await host.Order(order);
        (open.State, open.Balance, open.Lines.Single().Open, open.Lines.Single().Allocated).ShouldBe((OrderState.Confirmed, 0m, 2, 2));
        (await host.Do(new ShipOrder { Id = order })).Status.ShouldBe(OrderStatus.Completed);
    }

    [Fact]
    public async Task Of_units_that_are_paid_back_those_that_have_not_left_are_first_and_others_hear_of_one_line()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, line) = await Paid(host, units: 5);
        await host.Do(new ShipOrder { Id = order, Lines = [new(line, 3)] });

        var refund = await host.Do(new RequestRefund { Id = order, Lines = [new(line, 4)] });
        await Settle(host, refund.Id);

        var items = await host.See(db => db.Refunds.SelectMany(r => r.Items).OrderBy(i => i.Quantity).ThenBy(i => i.Kind).Select(i => new { i.Kind, i.Quantity, i.Amount }).ToListAsync());
        items.Select(i => (i.Kind, i.Quantity, i.Amount)).ShouldBe([(RefundItemKind.Line, 2, 20m), (RefundItemKind.Unsent, 2, 20m)]);
        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(RefundSettledV1))).ShouldHaveSingleItem().ShouldBeOfType<RefundSettledV1>();
        told.Lines.Select(l => (l.Quantity, l.Amount)).ShouldBe([(4, 40m)]);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RequestRefund { Id = order, Lines = [new(line, 2)] }))).Rule.ShouldBe(SalesOrdersRules.CreditsTooMuch);
    }

    [Fact]
    public async Task Units_that_were_paid_back_on_their_way_are_not_sent_again_when_they_got_lost()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, line) = await Paid(host, units: 5, spare: 5);
        var shipment = await host.Do(new ShipOrder { Id = order });
        var refund = await host.Do(new RequestRefund { Id = order, Lines = [new(line, 3)] });
        await Settle(host, refund.Id);

        await host.Do(new LoseShipment { OrderId = order, ShipmentId = shipment.ShipmentId });

        (await host.Order(order)).Lines.Single().Open.ShouldBe(2);
        await host.Do(new ShipOrder { Id = order });
        var after = await host.Order(order);
        (after.State, after.Balance).ShouldBe((OrderState.Completed, 0m));
        (await host.Do(new IssueInvoice { Id = order })).Total.ShouldBe(20m);
    }

    [Fact]
    public async Task An_order_of_which_nothing_is_left_to_send_is_cancelled_when_it_was_paid_back()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, line) = await Paid(host, units: 5);
        await Settle(host, (await host.Do(new RequestRefund { Id = order, Lines = [new(line, 5)] })).Id);
        (await host.Stock("A")).Available.ShouldBe(5);

        await host.Do(new CancelOrder { Id = order, Reason = "paid back" });

        var after = await host.Order(order);
        (after.State, after.Balance, after.Payment).ShouldBe((OrderState.Cancelled, 0m, PaymentState.Refunded));
    }

    [SkippableTheory, EveryProvider]
    public async Task Of_those_who_send_and_those_who_pay_back_the_same_units_one_is_first(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        // More than all refunds together ask for, so that somebody sends whoever is first.
        var (order, line) = await Paid(host, units: 14);

        var outcomes = await Racing.AtOnce(24, i => i % 2 == 0
            ? host.Do(new ShipOrder { Id = order, Lines = [new(line, 2)] })
            : host.Do(new RequestRefund { Id = order, Lines = [new(line, 1)] }));

        outcomes.OfType<Exception>().ShouldAllBe(o => o is RuleBroken);
        for (var kind = 0; kind < 2; kind++) outcomes.Where((_, i) => i % 2 == kind).ShouldContain(o => o == null, $"kind {kind}");
        var after = (await host.Order(order)).Lines.Single();
        (after.Shipped + after.Cancelled + after.Open).ShouldBe(14);
        after.Open.ShouldBeGreaterThanOrEqualTo(0);
        var stock = await host.Stock("A");
        (stock.OnHand, stock.Allocated).ShouldBe((14 - after.Shipped, after.Open));
    }

    private static async Task Settle(SalesOrdersHost host, Guid refund)
    {
        await host.Do(new ApproveRefund(refund), Callers.Boss);
        await host.Do(new SettleRefund { Id = refund });
    }

    private static async Task<(Guid Order, Guid Line)> Paid(SalesOrdersHost host, int units, int spare = 0)
    {
        var customer = await host.Customer();
        await host.Product("A", onHand: units + spare);
        var order = await host.Do(Orders.Of(customer, ("A", units)) with { Confirm = true });
        await host.Do(new RecordPayment { Id = order.Id, Amount = order.Gross });
        return (order.Id, (await host.Order(order.Id)).Lines.Single().Id);
    }
}
