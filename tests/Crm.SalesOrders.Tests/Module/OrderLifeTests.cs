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

public sealed class OrderLifeTests
{
    [SkippableTheory, EveryProvider]
    public async Task An_order_goes_from_draft_to_completed_and_the_ledger_explains_the_stock(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 10, price: 20m);
        var draft = await host.Do(Orders.Of(customer, ("A", 1)) with { Draft = true });

        await host.Do(new ChangeDraft { Id = draft.Id, CustomerId = customer, Currency = "EUR", Lines = [new OrderContent.Line(4, "A")] }, ifMatch: draft.Version);
        await host.Do(new SubmitOrder(draft.Id));
        (await host.Do(new ConfirmOrder(draft.Id))).Gross.ShouldBe(80m);
        var line = (await host.Order(draft.Id)).Lines.Single().Id;
        var first = await host.Do(new ShipOrder { Id = draft.Id, Lines = [new ShipOrder.Line(line, 1)], Carrier = "Speedy Express" });
        first.Fulfilment.ShouldBe(FulfilmentState.Partial);
        (await host.Do(new ShipOrder { Id = draft.Id })).Status.ShouldBe(OrderStatus.Shipped);
        (await host.Do(new RecordPayment { Id = draft.Id, Amount = 30m })).Payment.ShouldBe(PaymentState.PartlyPaid);
        var last = await host.Do(new RecordPayment { Id = draft.Id, Amount = 50m });

        last.Status.ShouldBe(OrderStatus.Completed);
        last.Balance.ShouldBe(0m);
        var stock = await host.Stock("A");
        (stock.OnHand, stock.Allocated).ShouldBe((6, 0));
        var movements = await host.See(db => db.StockMovements.OrderBy(m => m.RecordedAt).ThenByDescending(m => m.OnHand).Select(m => m.Change).ToListAsync());
        movements.ShouldBe([10, -1, -3], ignoreOrder: true);
        var moved = (await host.Harness.Published<SalesOrdersDbContext>(typeof(StockLevelChangedV1))).Cast<StockLevelChangedV1>();
        moved.Select(m => (m.Sku, m.Change, m.OnHand)).ShouldBe([("A", 10, 10), ("A", -1, 9), ("A", -3, 6)]);
        (await host.Published()).Where(n => !n.Contains("product") && !n.Contains("stock") && !n.Contains("journal")).ShouldBe([
            "sales-orders.order-submitted.v1", "sales-orders.order-confirmed.v1", "sales-orders.shipment-dispatched.v1",
            "sales-orders.shipment-dispatched.v1", "sales-orders.payment-captured.v1", "sales-orders.payment-captured.v1",
            "sales-orders.order-completed.v1"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Cancelling_frees_the_stock_and_makes_what_was_paid_too_much(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = await host.Do(Orders.Of(customer, ("A", 5)) with { Confirm = true });
        await host.Do(new RecordPayment { Id = order.Id, Amount = 50m });

        await host.Do(new CancelOrder { Id = order.Id, Reason = "changed their mind" });

        (await host.Stock("A")).Available.ShouldBe(5);
        var cancelled = await host.Order(order.Id);
        (cancelled.Status, cancelled.Payment, cancelled.Balance).ShouldBe((OrderStatus.Cancelled, PaymentState.Overpaid, -50m));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ShipOrder { Id = order.Id }))).Rule.ShouldBe(SalesOrdersRules.OrderCancelled);
    }

    [Fact]
    public async Task A_stale_if_match_is_refused_and_nothing_changes()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var draft = await host.Do(Orders.Of(customer, ("A", 1)) with { Draft = true });
        var change = new ChangeDraft { Id = draft.Id, CustomerId = customer, Currency = "EUR", Lines = [new OrderContent.Line(2, "A")] };
        await host.Do(change, ifMatch: draft.Version);

        await Should.ThrowAsync<VersionMismatch>(() => host.Do(change with { Freight = 9m }, ifMatch: draft.Version));

        (await host.Order(draft.Id)).Freight.ShouldBe(0m);
    }

    [Fact]
    public async Task A_deleted_draft_is_gone_until_it_is_restored()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A");
        var draft = await host.Do(Orders.Of(customer, ("A", 1)) with { Draft = true });

        await host.Do(new DeleteDraft(draft.Id));

        await Should.ThrowAsync<ResourceNotFound>(() => host.Do(new SubmitOrder(draft.Id)));
        await host.Do(new RestoreDraft(draft.Id));
        (await host.Do(new SubmitOrder(draft.Id))).Status.ShouldBe(OrderStatus.Pending);
    }

    [SkippableTheory, EveryProvider]
    public async Task The_order_of_another_system_is_placed_once_and_changed_while_it_is_a_draft(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 5);
        var order = new UpsertOrder
        {
            Ref = new ExternalRef("shop", "77"),
            CustomerId = customer,
            Currency = "EUR",
            Lines = [new OrderContent.Line(1, "A")],
            Draft = true,
        };

        var created = await host.Do(order);
        var changed = await host.Do(order with { Lines = [new OrderContent.Line(3, "A")], Draft = false, Confirm = true });

        (created.WasCreated, changed.WasCreated).ShouldBe((true, false));
        changed.Order.Id.ShouldBe(created.Order.Id);
        changed.Order.Status.ShouldBe(OrderStatus.Confirmed);
        (await host.Stock("A")).Allocated.ShouldBe(3);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(order))).Rule.ShouldBe(SalesOrdersRules.OrderNotDraft);
    }
}
