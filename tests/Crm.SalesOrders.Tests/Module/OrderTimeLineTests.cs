using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.History;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Notes;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Shouldly;
using Xunit;
using static Crm.SalesOrders.Application.History.HistoryKind;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What happened to an order is told from the audit trail, in the order in which it happened.</summary>
public sealed class OrderTimeLineTests
{
    private static readonly Caller Boss = new(Guid.CreateVersion7(), CallerKind.Person, "Boss") { MayAll = true };

    [SkippableTheory, EveryProvider]
    public async Task A_life_from_the_quote_to_the_refund_is_told_with_who_how_much_and_where_to_read_more(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 10m);
        var order = (await host.Do(Orders.Of(customer, ("A", 2)) with { QuoteUntil = new DateOnly(2199, 1, 1) })).Id;
        await host.Do(new ChangeDraft { Id = order, CustomerId = customer, Currency = "EUR", Lines = [new OrderContent.Line(3, "A")] });
        await host.Do(new WriteNote { OrderId = order, Text = "is in a hurry" }, Boss);
        await host.Do(new ConfirmOrder(order), Boss);
        var line = (await host.Order(order)).Lines.Single().Id;
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new(4, line)] });
        await host.Do(new AcceptOrderChange(order, change.Id));
        var shipment = await host.Do(new ShipOrder { Id = order, Carrier = "Speedy Express", ShippedOn = new DateOnly(2026, 3, 1) });
        await host.Do(new DeliverShipment { OrderId = order, ShipmentId = shipment.ShipmentId, On = new DateOnly(2026, 3, 3) });
        var invoice = await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.Invoice });
        var paid = await host.Do(new RecordPayment { Id = order, Amount = 40m });
        var back = await host.Do(new RequestReturn { Id = order, Lines = [new(line, 1)] });
        await host.Do(new ApproveReturn(back.Id));
        await host.Do(new ReceiveReturn { Id = back.Id });

        var told = await Told(host, order);

        told.Select(e => e.Kind).Reverse().ShouldBe([
            Quoted, Quoted, NoteWritten, Confirmed, ChangeProposed, ChangeAccepted, Shipped, Delivered, Invoiced, PaymentCaptured, Completed, Settled,
            ReturnRequested, ReturnApproved, RefundRequested, RefundApproved, ReturnReceived], ignoreOrder: false);
        var confirmed = told.Single(e => e.Kind == Confirmed);
        (confirmed.By.Name, confirmed.By.Kind).ShouldBe(("Boss", CallerKind.Person));
        var shipped = told.Single(e => e.Kind == Shipped);
        (shipped.Text.English, shipped.Text.Chinese).ShouldBe(("4 units were shipped (Speedy Express).", "已发货 4 件（Speedy Express）。"));
        told.Single(e => e.Kind == Delivered).Text.English.ShouldBe("A shipment arrived on 2026-03-03.");
        told.Single(e => e.Kind == ChangeAccepted).Amount.ShouldBe(new Money(10m, "EUR"));
        told.Single(e => e.Kind == PaymentCaptured).Link.ShouldBe($"/api/v1/sales-orders/payments/{paid.PaymentId}");
        told.Single(e => e.Kind == Invoiced).Text.English.ShouldBe($"The invoice {invoice.Number} was issued.");
    }

    [Fact]
    public async Task It_is_read_page_by_page_without_a_gap_and_tells_of_approvals_holds_and_what_was_given_up()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 9, price: 10m);
        await host.Do(new MakeApprovalRule { Name = "large", Kind = HoldKind.Value, Threshold = 15m, Currency = "EUR", Steps = [new([]), new([])] });
        var order = (await host.Do(Orders.Of(customer, ("A", 2)))).Id;
        await host.Do(new ConfirmOrder(order));
        await host.Do(new ApproveOrder { Id = order }, Boss);
        await host.Do(new ApproveOrder { Id = order }, new Caller(Guid.CreateVersion7(), CallerKind.Person, "Head") { MayAll = true });
        var hold = await host.Do(new HoldOrder { Id = order, Reason = "is it they?" });
        await host.Do(new ReleaseHold { Id = order, HoldId = hold.HoldId });
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.Invoice });
        await host.Do(new WriteOffReceivable { Id = order, Reason = "gone" });
        await host.Do(new ArchiveOrder(order, IsArchived: true));

        var whole = await Told(host, order);

        whole.Select(e => e.Kind).Reverse().ShouldBe([
            Submitted, ApprovalAsked, ApprovalStepAgreed, Approved, Confirmed, Held, Released, Shipped, Invoiced, WrittenOff, Completed, Settled, Archived]);
        whole.Single(e => e.Kind == WrittenOff).Amount.ShouldBe(new Money(-20m, "EUR"));
        var paged = new List<HistoryEntry>();
        long? next = null;
        do
        {
            var found = await host.Order(order);
            var (entries, from) = await host.Ask<OrderTimeLine, (IReadOnlyList<HistoryEntry>, long?)>(line => line.Read(found, limit: 2, next, CancellationToken.None));
            paged.AddRange(entries);
            next = from;
        }
        while (next is not null);
        paged.Select(e => e.Kind).ShouldBe(whole.Select(e => e.Kind));
    }

    private static async Task<IReadOnlyList<HistoryEntry>> Told(SalesOrdersHost host, Guid order)
    {
        var found = await host.Order(order);
        return (await host.Ask<OrderTimeLine, (IReadOnlyList<HistoryEntry> Entries, long?)>(line => line.Read(found, limit: 500, before: null, CancellationToken.None))).Entries;
    }
}
