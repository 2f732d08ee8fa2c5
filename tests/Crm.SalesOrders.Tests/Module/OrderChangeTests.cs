using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Platform.Contracts;
using Crm.Pricing;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Application.Warehousing;
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

public sealed class OrderChangeTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_change_tells_what_it_costs_and_takes_before_it_is_accepted_and_then_does_exactly_that(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("B", onHand: 9, price: 7m);
        await host.Product("C", onHand: 9, price: 3m);
        var (order, lines) = await Confirmed(host, ("A", 5), ("B", 2));

        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new(3, lines["A"]), new(0, lines["B"]), new(4, Sku: "C")], Reason = "asked by phone" });

        (change.GrossBefore, change.GrossAfter, change.Difference).ShouldBe((64m, 42m, -22m));
        change.Stock.OrderBy(s => s.Sku).Select(s => (s.Sku, s.Change, s.Available)).ShouldBe([("A", -2, 15), ("B", -2, 7), ("C", 4, 9)]);
        (await host.Order(order)).Gross.ShouldBe(64m);
        (await host.Stock("A")).Allocated.ShouldBe(5);

        await host.Do(new AcceptOrderChange(order, change.Id));

        var after = await host.Order(order);
        after.Gross.ShouldBe(42m);
        after.Lines.OrderBy(l => l.Position).Select(l => (l.Sku, l.Quantity, l.Allocated)).ShouldBe([("A", 3, 3), ("C", 4, 4)]);
        after.Lines.Single(l => l.Sku == "A").Id.ShouldBe(lines["A"]);
        ((await host.Stock("A")).Allocated, (await host.Stock("B")).Allocated, (await host.Stock("C")).Allocated).ShouldBe((3, 0, 4));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AcceptOrderChange(order, change.Id)))).Rule.ShouldBe(SalesOrdersRules.ChangeDecided);
        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(OrderChangedV1))).ShouldHaveSingleItem().ShouldBeOfType<OrderChangedV1>();
        told.Order.Net.ShouldBe(42m);
        told.Order.Lines.Select(l => l.Sku).ShouldBe(["A", "C"]);
        (await host.See(db => db.PriceTraces.CountAsync())).ShouldBe(2);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_shipped_stays_and_what_is_short_is_refused(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, lines) = await Confirmed(host, ("A", 5));
        await host.Do(new ShipOrder { Id = order, Lines = [new(lines["A"], 3)] });

        (await Refused(host, order, new LineWish(2, lines["A"]))).ShouldBe(SalesOrdersRules.ChangeBelowShipped);
        (await Refused(host, order, new LineWish(50, lines["A"]))).ShouldBe(SalesOrdersRules.StockInsufficient);
        await Accept(host, order, new LineWish(3, lines["A"]));

        var after = await host.Order(order);
        (after.Status, after.Gross, after.Lines.Single().Open).ShouldBe((OrderStatus.Shipped, 30m, 0));
        ((await host.Stock("A")).Allocated, (await host.Stock("A")).OnHand).ShouldBe((0, 17));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_line_that_stands_on_an_invoice_is_taken_off_and_credited(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("B", onHand: 9, price: 7m);
        var (order, lines) = await Confirmed(host, ("A", 5), ("B", 2));
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.InvoiceOrdered, "true");
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.Invoice });

        await Accept(host, order, new LineWish(0, lines["B"]));
        var note = await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.CreditNote });

        (note.Total, note.Invoicing).ShouldBe((14m, InvoicingState.FullyInvoiced));
        (await host.Order(order)).Gross.ShouldBe(50m);
    }

    [Fact]
    public async Task The_tax_of_a_line_that_is_taken_off_is_credited_with_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.InvoiceOrdered, "true");
        await host.Do(new PublishTaxes { Version = 1, Rates = [new TaxRule("full", 0.19m)], UsualClass = "full" });
        await host.Product("B", onHand: 9, price: 7m);
        var (order, lines) = await Confirmed(host, ("A", 5), ("B", 2));
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.Invoice });

        await Accept(host, order, new LineWish(0, lines["B"]));
        var note = await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.CreditNote });

        note.Total.ShouldBe(16.66m);
        (await host.See(db => db.Invoices.AsNoTracking().Where(i => i.Kind == InvoiceKind.CreditNote).SelectMany(i => i.Lines).SingleAsync())).Tax.ShouldBe(2.66m);
    }

    [Fact]
    public async Task A_line_that_is_taken_off_takes_back_the_tax_that_was_invoiced_to_the_cent()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.InvoiceOrdered, "true");
        await host.Do(new PublishTaxes { Version = 1, Rates = [new TaxRule("full", 0.19m)], UsualClass = "full", Rounding = TaxRounding.PerTotal });
        var skus = new[] { "P1", "P2", "P3", "P4", "P5" };
        foreach (var sku in skus) await host.Product(sku, onHand: 9, price: 0.02m);
        var (order, lines) = await Confirmed(host, [.. skus.Select(sku => (sku, 1))]);
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.Invoice });
        var taxed = (await host.Order(order)).Lines.Where(l => l.Tax > 0m).Select(l => l.Sku).ToList();
        taxed.Count.ShouldBe(2, "A share of 0.0038 is a cent for some lines and nothing for the others.");

        await Accept(host, order, [.. taxed.Select(sku => new LineWish(0, lines[sku]))]);
        await host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.CreditNote });

        var documents = await host.See(db => db.Invoices.AsNoTracking().ToListAsync());
        foreach (var line in taxed.Select(sku => lines[sku]))
            documents.Sum(d => d.Lines.Where(l => l.LineId == line).Sum(l => l.Tax) * (d.Kind == InvoiceKind.Invoice ? 1 : -1)).ShouldBe(0m);
    }

    [Fact]
    public async Task A_line_that_is_taken_off_stays_for_the_parcel_that_got_lost_with_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Product("B", onHand: 9, price: 7m);
        var (order, lines) = await Confirmed(host, ("A", 5), ("B", 2));
        var parcel = await host.Do(new ShipOrder { Id = order, Lines = [new(lines["B"], 2)] });
        await host.Do(new LoseShipment { OrderId = order, ShipmentId = parcel.ShipmentId });

        await Accept(host, order, new LineWish(0, lines["B"]));

        var left = (await host.Order(order)).Lines.Single(l => l.Id == lines["B"]);
        (left.Quantity, left.Gross, left.Allocated, left.BackOrdered).ShouldBe((0, 0m, 0, 0));
        (await host.Stock("B")).Available.ShouldBe(7);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_voucher_that_is_used_up_by_the_order_itself_stays_its_own_and_goes_back_when_it_gives_nothing_more(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Do(new PublishPromotion
        {
            Code = "TEN",
            Version = 1,
            Name = new Phrase("Ten off", "减十"),
            Phase = PricePhase.OrderPromotions,
            Action = new PercentOff(0.1m),
            MaxUses = 1,
        });
        var (order, lines) = await Confirmed(host, ("A", 5));
        (await host.Order(order)).Gross.ShouldBe(45m);

        await Accept(host, order, new LineWish(10, lines["A"]));

        (await host.Order(order)).Gross.ShouldBe(90m);
        var use = await host.See(db => db.PromotionUses.AsNoTracking().SingleAsync());
        use.Used.ShouldBe(1);
        await host.Do(new CancelOrder { Id = order, Reason = "no" });
        (await host.See(db => db.PromotionUses.AsNoTracking().SingleAsync())).Used.ShouldBe(0);
    }

    [Fact]
    public async Task A_change_at_a_price_that_is_no_longer_the_one_that_was_told_is_refused()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, lines) = await Confirmed(host, ("A", 5));
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new(6, lines["A"])] });
        await Accept(host, order, new LineWish(2, lines["A"], UnitPrice: 9m));

        // It still says six, now at nine each.
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AcceptOrderChange(order, change.Id)))).Rule.ShouldBe(PriceRules.PriceChanged);
        (await host.Do(new RejectOrderChange { OrderId = order, Id = change.Id, Reason = "stale" })).State.ShouldBe(OrderChangeState.Rejected);
    }

    [Fact]
    public async Task What_the_rules_want_approved_is_accepted_by_somebody_else_than_who_proposed_it()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, lines) = await Confirmed(host, ("A", 5));
        await host.Do(new MakeApprovalRule { Name = "large", Kind = HoldKind.Value, Threshold = 60m, Currency = "EUR" });
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new(7, lines["A"])] });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AcceptOrderChange(order, change.Id)))).Rule.ShouldBe(SalesOrdersRules.ChangeNeedsApproval);
        var other = new Caller(Guid.CreateVersion7(), CallerKind.Person, "Boss") { MayAll = true };
        (await host.Do(new AcceptOrderChange(order, change.Id), other)).Gross.ShouldBe(70m);
    }

    [SkippableTheory, EveryProvider]
    public async Task A_change_goes_through_the_same_chain_of_steps_with_deputies_and_escalation_as_a_confirmation(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, lines) = await Confirmed(host, ("A", 5));
        var (head, deputy, chief, board) = (Person("Head"), Person("Deputy"), Person("Chief"), Person("Board"));
        await host.Do(new MakeApprovalRule
        {
            Name = "large",
            Kind = HoldKind.Value,
            Threshold = 60m,
            Currency = "EUR",
            Steps = [new ApprovalStep([head.Id], Deputies: [deputy.Id]), new ApprovalStep([chief.Id], EscalateAfterHours: 24, EscalateTo: [board.Id])],
        });
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new(7, lines["A"])], Reason = "asked by aunt Ottilie" });
        change.NeedsApproval.ShouldBeTrue();
        var approve = new ApproveOrderChange { OrderId = order, Id = change.Id };

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(approve))).Rule.ShouldBe(SalesOrdersRules.OwnApproval);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(approve, chief))).Rule.ShouldBe(SalesOrdersRules.NotYourApproval);
        (await host.Do(approve with { Note = "as Ottilie wishes" }, deputy)).NeedsApproval.ShouldBeTrue();
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(approve, board))).Rule.ShouldBe(SalesOrdersRules.NotYourApproval);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new AcceptOrderChange(order, change.Id)))).Rule.ShouldBe(SalesOrdersRules.ChangeNeedsApproval);
        host.Harness.Time.Advance(TimeSpan.FromHours(25));
        (await host.Do(approve, board)).NeedsApproval.ShouldBeFalse();

        (await host.Do(new AcceptOrderChange(order, change.Id))).Gross.ShouldBe(70m);
        (await host.Order(order)).OpenHolds.ShouldBe(0);
        await host.Hear(new PersonErasureRequestedV1((await host.Order(order)).CustomerId, host.Harness.Time.GetUtcNow()), Guid.CreateVersion7(), version: 1);
        (await host.See(db => db.AllTables())).ShouldNotContain("Ottilie");
    }

    [Fact]
    public async Task A_change_that_is_rejected_asks_nobody_any_more()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, lines) = await Confirmed(host, ("A", 5));
        await host.Do(new MakeApprovalRule { Name = "large", Kind = HoldKind.Value, Threshold = 60m, Currency = "EUR" });
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = [new(7, lines["A"])] });

        (await host.Do(new RejectOrderChange { OrderId = order, Id = change.Id, Reason = "no" })).NeedsApproval.ShouldBeFalse();
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ApproveOrderChange { OrderId = order, Id = change.Id }, Person("Head")))).Rule.ShouldBe(SalesOrdersRules.ChangeDecided);
        (await host.See(db => db.Holds.AsNoTracking().SingleAsync())).IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_changed_once_something_was_credited_and_an_order_is_never_changed_to_nothing()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, lines) = await Confirmed(host, ("A", 5));
        (await Refused(host, order, new LineWish(0, lines["A"]))).ShouldBe(SalesOrdersRules.ChangeLeavesNothing);
        await host.Do(new RecordPayment { Id = order, Amount = 50m });
        await host.Do(new RequestRefund { Id = order, Goodwill = 1m });

        (await Refused(host, order, new LineWish(4, lines["A"]))).ShouldBe(SalesOrdersRules.ChangeAfterCredit);
    }

    [SkippableTheory, EveryProvider]
    public async Task An_order_with_a_product_that_was_deleted_since_can_still_be_changed(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var gone = await host.Product("GONE", onHand: 5, price: 7m);
        var (order, lines) = await Confirmed(host, ("A", 2), ("GONE", 3));
        await host.Do(new DeleteProduct(gone));

        await Accept(host, order, new LineWish(3, lines["A"]));
        (await host.Order(order)).Gross.ShouldBe(51m);
        await Accept(host, order, new LineWish(1, lines["GONE"]));

        (await host.Order(order)).Gross.ShouldBe(37m);
    }

    [SkippableTheory, EveryProvider]
    public async Task Changes_cancellations_and_shipments_at_the_same_time_leave_stock_and_orders_agreeing(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Product("B", onHand: 30, price: 7m);
        var orders = new List<(Guid Order, Dictionary<string, Guid> Lines)> { await Confirmed(host, ("A", 2), ("B", 2)) };
        var customer = (await host.Order(orders[0].Order)).CustomerId;
        for (var i = 0; i < 5; i++) orders.Add(await Confirm(host, Orders.Of(customer, ("B", 2), ("A", 2))));

        var outcomes = await Racing.AtOnce(30, async i =>
        {
            var (kind, which) = (i % 3, i / 3 % 5);
            // Four of them are fought over; one is cancelled and one is changed and shipped whoever is first.
            var (order, lines) = which < 4 ? orders[which] : orders[kind == 1 ? 4 : 5];
            if (kind == 0) await Accept(host, order, new LineWish(1 + (i % 5), lines["A"]), new LineWish(5 - (i % 5), lines["B"]));
            else if (kind == 1) await host.Do(new CancelOrder { Id = order, Reason = "race" });
            else await host.Do(new ShipOrder { Id = order, Lines = [new(lines[i % 2 == 0 ? "A" : "B"], 1)] });
        });

        outcomes.Where(o => o is not null and not RuleBroken).ShouldBeEmpty();
        for (var kind = 0; kind < 3; kind++) outcomes.Where((_, i) => i % 3 == kind).ShouldContain(o => o == null, $"kind {kind}");
        foreach (var sku in new[] { "A", "B" })
        {
            var level = await host.Stock(sku);
            var lines = await host.See(db => db.Orders.AsNoTracking().SelectMany(o => o.Lines).Where(l => l.Sku == sku).ToListAsync());
            level.Allocated.ShouldBe(lines.Sum(l => l.Allocated));
            level.OnHand.ShouldBe((sku == "A" ? 20 : 30) - lines.Sum(l => l.Shipped));
            level.OnHand.ShouldBe(await host.See(db => db.StockMovements.Where(m => m.ProductId == level.ProductId).SumAsync(m => m.Change)));
        }
    }

    private static Caller Person(string name) => new(Guid.CreateVersion7(), CallerKind.Person, name) { MayAll = true };

    private static async Task<(Guid Order, Dictionary<string, Guid> Lines)> Confirmed(SalesOrdersHost host, params (string Sku, int Quantity)[] lines)
    {
        await host.Product("A", onHand: 20);
        return await Confirm(host, Orders.Of(await host.Customer(), lines));
    }

    private static async Task<(Guid Order, Dictionary<string, Guid> Lines)> Confirm(SalesOrdersHost host, PlaceOrder order)
    {
        var placed = await host.Do(order with { Confirm = true });
        return (placed.Id, (await host.Order(placed.Id)).Lines.ToDictionary(l => l.Sku, l => l.Id));
    }

    private static async Task Accept(SalesOrdersHost host, Guid order, params LineWish[] lines)
    {
        var change = await host.Do(new ProposeOrderChange { Id = order, Lines = lines });
        await host.Do(new AcceptOrderChange(order, change.Id));
    }

    private static async Task<Rule> Refused(SalesOrdersHost host, Guid order, params LineWish[] lines) =>
        (await Should.ThrowAsync<RuleBroken>(() => Accept(host, order, lines))).Rule;
}
