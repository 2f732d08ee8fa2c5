using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Contracts;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Credit;
using Crm.SalesOrders.Application.Dunning;
using Crm.SalesOrders.Application.History;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Notes;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
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

    [Fact]
    public async Task Whatever_can_happen_to_an_order_is_told_and_in_whole_sentences()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var customer = await host.Customer();
        await host.Product("A", onHand: 99, price: 2m);
        await host.Do(new AddProduct { Sku = "FIT", Name = "Fitting", ListPrice = 3m, Currency = "EUR", Kind = ProductKind.Service });

        Guid[] lives =
        [
            await Offered(host, customer), await Won(host, customer), await Agreed(host, customer), await Sold(host, customer),
        ];

        var told = new List<HistoryEntry>();
        foreach (var order in lives) told.AddRange(await Told(host, order));
        told.Select(e => e.Kind).Distinct().Order().ShouldBe(Enum.GetValues<HistoryKind>());
        foreach (var entry in told)
        {
            entry.Text.English.IndexOfAny(['{', '}']).ShouldBe(-1, entry.Text.English);
            entry.Text.Chinese.IndexOfAny(['{', '}']).ShouldBe(-1, entry.Text.Chinese);
        }
    }

    private static async Task<Guid> Offered(SalesOrdersHost host, Guid customer)
    {
        var order = (await host.Do(Orders.Of(customer, ("A", 1)) with { Draft = true })).Id;
        await host.Do(new ChangeDraft { Id = order, CustomerId = customer, Currency = "EUR", Lines = [new OrderContent.Line(2, "A")] });
        await host.Do(new DeleteDraft(order));
        await host.Do(new RestoreDraft(order));
        await host.Do(new SubmitOrder(order));
        await host.Do(new WithdrawOrder(order));
        await host.Do(new WriteNote { OrderId = order, Text = "wants an offer" });
        await host.Do(new QuoteOrder { Id = order, ValidUntil = new DateOnly(2026, 3, 1) });
        await host.Do(new ExpireQuote(order, new DateOnly(2026, 4, 1)));
        await host.Do(new ArchiveOrder(order, IsArchived: true));
        await host.Do(new ArchiveOrder(order, IsArchived: false));
        return order;
    }

    private static async Task<Guid> Won(SalesOrdersHost host, Guid customer)
    {
        var won = new OpportunityWonV1(
            Guid.CreateVersion7(), customer, "Tea", "EUR", 2m, new DateOnly(2026, 3, 2), OwnerId: null, UnitId: null, Channel: null, WantedOn: null, [new(null, "A", null, 1m, null, 0m)]);
        await host.Hear(won, won.OpportunityId, version: 1);
        return (await host.See(db => db.Orders.AsNoTracking().SingleAsync(o => o.OpportunityId == won.OpportunityId))).Key;
    }

    private static async Task<Guid> Agreed(SalesOrdersHost host, Guid customer)
    {
        var head = new Caller(Guid.CreateVersion7(), CallerKind.Person, "Head") { MayAll = true };
        var rule = await host.Do(new MakeApprovalRule { Name = "large", Kind = HoldKind.Value, Threshold = 15m, Currency = "EUR", Steps = [new([]), new([])] });
        var order = (await host.Do(Orders.Of(customer, ("A", 10)) with { Confirm = true })).Id;
        await host.Do(new ApproveOrder { Id = order }, Boss);
        await host.Do(new RejectOrder { Id = order, Reason = "too much" }, head);
        await host.Do(new ConfirmOrder(order));
        foreach (var approver in new[] { Boss, head }) await host.Do(new ApproveOrder { Id = order }, approver);
        var hold = await host.Do(new HoldOrder { Id = order, Reason = "is it they?" });
        await host.Do(new ReleaseHold { Id = order, HoldId = hold.HoldId });
        await host.Do(new AllowCredit(order));

        var line = (await host.Order(order)).Lines.Single().Id;
        var refused = await host.Do(new ProposeOrderChange { Id = order, Lines = [new(11, line)] });
        await host.Do(new ApproveOrderChange { OrderId = order, Id = refused.Id }, Boss);
        await host.Do(new RejectOrderChange { OrderId = order, Id = refused.Id, Reason = "no" });
        await host.Do(new DeleteApprovalRule(rule.Id));
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new(12, line)] });
        await host.Do(new AcceptOrderChange(order, change.Id));
        await host.Do(new CancelOrder { Id = order, Reason = "after all" });
        return order;
    }

    private static async Task<Guid> Sold(SalesOrdersHost host, Guid customer)
    {
        var order = (await host.Do(Orders.Of(customer, ("A", 3), ("FIT", 1)) with { Confirm = true })).Id;
        var line = (await host.Order(order)).Lines.Single(l => l.Sku == "A").Id;
        var first = await host.Do(new ShipOrder { Id = order, Lines = [new(line, 1)] });
        await host.Do(new DeliverShipment { OrderId = order, ShipmentId = first.ShipmentId });
        await host.Do(new AcceptWork { Id = order });
        var second = await host.Do(new ShipOrder { Id = order });
        var invoice = await host.Do(new IssueInvoice { Id = order });
        await Reminded(host, customer, invoice.Id);
        await host.Do(new WriteOffReceivable { Id = order, Amount = 1m, Reason = "gone" });
        await host.Do(new RecoverReceivable { Id = order, Reason = "found" });

        var card = await host.Do(new AuthorisePayment { Id = order, Amount = 4m });
        await host.Do(new CapturePayment { Id = card.Id, Amount = 1m });
        await host.Do(new VoidPayment(card.Id));
        await host.Do(new TakeProviderEvent { Provider = "psp", EventId = "1", PaymentReference = "P", Kind = PaymentEntryKind.Fail, Amount = 8m, OrderId = order });
        var transfer = await host.Do(new RecordPayment { Id = order, Amount = 9m });
        await host.Do(new ChargeBackPayment { Id = transfer.PaymentId, Amount = 1m });
        await host.Do(new LoseShipment { OrderId = order, ShipmentId = second.ShipmentId });
        await host.Do(new ShipOrder { Id = order });
        await GivenBack(host, order, line);
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.CreditNote });
        return order;
    }

    private static async Task Reminded(SalesOrdersHost host, Guid customer, Guid invoice)
    {
        await host.Do(new SetBillingContact { CustomerId = customer, Email = "billing@example.com" });
        foreach (var level in new[] { 1, 2 })
        {
            await host.Do(new DefineReminderLevel { Level = level, DaysAfterDue = level, Subject = new("x", "x"), Text = new("x", "x"), Fee = 5m, FeeCurrency = "EUR" });
            var reminder = (await host.Do(new PlanReminder(invoice, level))).Id!.Value;
            await host.Do(new BeginReminder(reminder));
            await host.Do(new SettleReminder(reminder, Attempt: 1, MailState.Taken));
        }

        var fees = await host.See(db => db.ReminderFees.AsNoTracking().OrderBy(f => f.Number).ToListAsync());
        await host.Do(new PayReminderFee { Id = fees[0].Key });
        await host.Do(new WaiveReminderFee { Id = fees[1].Key, Reason = "as a favour" });
    }

    private static async Task GivenBack(SalesOrdersHost host, Guid order, Guid line)
    {
        var (paid, rejected, failed) = (await Goodwill(), await Goodwill(), await Goodwill());
        foreach (var granted in new[] { paid, failed }) await host.Do(new ApproveRefund(granted), Boss);
        await host.Do(new SettleRefund { Id = paid });
        await host.Do(new RejectRefund { Id = rejected, Reason = "no" });
        await host.Do(new FailRefund { Id = failed, Reason = "account closed" });

        var kept = await host.Do(new RequestReturn { Id = order, Lines = [new(line, 1)] });
        await host.Do(new RejectReturn(kept.Id));
        var back = await host.Do(new RequestReturn { Id = order, Lines = [new(line, 1)] });
        await host.Do(new ApproveReturn(back.Id));
        var received = await host.Do(new ReceiveReturn { Id = back.Id });
        await host.Do(new InspectReturn { Id = back.Id, Restock = [new(line, 1)] });
        await host.Do(new CloseReturn(back.Id));
        await host.Do(new SettleRefund { Id = received.RefundId!.Value });

        async Task<Guid> Goodwill() => (await host.Do(new RequestRefund { Id = order, Goodwill = 1m })).Id;
    }

    private static async Task<IReadOnlyList<HistoryEntry>> Told(SalesOrdersHost host, Guid order)
    {
        var found = await host.Order(order);
        return (await host.Ask<OrderTimeLine, (IReadOnlyList<HistoryEntry> Entries, long?)>(line => line.Read(found, limit: 500, before: null, CancellationToken.None))).Entries;
    }
}
