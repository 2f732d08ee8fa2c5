using System.Net;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
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

public sealed class InvoiceTests
{
    private static readonly DateOnly InMarch = new(2026, 3, 1);

    [SkippableTheory, EveryProvider]
    public async Task What_was_shipped_is_invoiced_and_what_is_given_back_is_credited_until_all_is_settled(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, line) = await Confirmed(host, units: 3, freight: 5m, discount: 0.01m);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Invoice(order)))).Rule.ShouldBe(SalesOrdersRules.NothingToInvoice);

        await host.Do(new ShipOrder { Id = order, Lines = [new ShipOrder.Line(line, 1)] });
        var first = await host.Do(Invoice(order));
        (first.Number, first.Total, first.DueOn, first.Invoicing).ShouldBe(("INV-2026-000001", 15m, new DateOnly(2026, 3, 31), InvoicingState.PartlyInvoiced));
        await host.Do(new ShipOrder { Id = order });
        (await host.Do(Invoice(order))).Total.ShouldBe(19.99m);
        (await host.Order(order)).Invoicing.ShouldBe(InvoicingState.FullyInvoiced);
        await host.Do(new RecordPayment { Id = order, Amount = 34.99m });
        (await host.Order(order)).IsSettled.ShouldBeTrue();
        await Refund(host, new RequestRefund { Id = order, Lines = [new(line, 1)], Goodwill = 2m });
        (await host.Order(order)).Invoicing.ShouldBe(InvoicingState.PartlyInvoiced);
        var note = await host.Do(Invoice(order) with { Kind = InvoiceKind.CreditNote });

        (note.Number, note.Total, note.Invoicing).ShouldBe(("CN-2026-000001", 12m, InvoicingState.FullyInvoiced));
        var after = await host.Order(order);
        (after.IsSettled, after.Invoiced, after.Owed).ShouldBe((true, 22.99m, 22.99m));
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Invoice(order) with { Kind = InvoiceKind.CreditNote }))).Rule.ShouldBe(SalesOrdersRules.NothingToCredit);
        (await host.Harness.Published<SalesOrdersDbContext>(typeof(InvoiceIssuedV1))).Cast<InvoiceIssuedV1>().Select(i => (i.Kind, i.Total, i.IsOrderFullyInvoiced))
            .ShouldBe([("invoice", 15m, false), ("invoice", 19.99m, true), ("creditNote", 12m, true)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Numbers_have_no_gaps_however_many_issue_at_once_and_whatever_fails_in_between(DatabaseProvider provider)
    {
        const int many = 24;
        await using var host = await SalesOrdersHost.On(provider);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.InvoiceOrdered, "true");
        var customer = await host.Customer();
        await host.Product("A", onHand: 1000);
        var orders = new List<Guid>();
        for (var i = 0; i < many; i++) orders.Add((await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id);

        // Every order is invoiced by two at once, of whom one is refused, and every third time somebody takes a number and breaks off.
        await Racing.AtOnce(many * 3, i => i % 3 == 2 ? BreakOff(host, orders[i / 3]) : host.Do(Invoice(orders[i / 3])));
        var missed = await host.See(db => db.Orders.Where(o => o.Invoicing == InvoicingState.NotInvoiced).Select(o => o.Id).ToListAsync());
        foreach (var order in missed) await host.Do(Invoice(order.Value));

        var numbers = await host.See(db => db.Invoices.OrderBy(i => i.Sequence).Select(i => i.Sequence).ToListAsync());
        numbers.ShouldBe(Enumerable.Range(1, many).Select(n => (long)n));
        (await host.See(db => db.Invoices.Select(i => i.OrderId).Distinct().CountAsync())).ShouldBe(many);
    }

    [Fact]
    public async Task A_series_begins_again_with_the_fiscal_year()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var settings = host.Harness.Services.GetRequiredService<TestSettings>();
        settings.Choose(SalesSettings.InvoiceOrdered, "true");
        settings.Choose(SalesSettings.FiscalYearStart, "4");
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);
        var numbers = new List<string>();
        foreach (var day in new[] { new DateOnly(2026, 3, 31), new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31) })
        {
            var order = await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true });
            numbers.Add((await host.Do(Invoice(order.Id) with { IssuedOn = day })).Number);
        }

        numbers.ShouldBe(["INV-2025-000001", "INV-2026-000001", "INV-2026-000002"]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Money_pays_the_oldest_invoice_of_an_order_first_and_the_rest_is_overdue(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, line) = await Confirmed(host, units: 5);
        await host.Do(new ShipOrder { Id = order, Lines = [new ShipOrder.Line(line, 2)] });
        await host.Do(Invoice(order));
        await host.Do(new ShipOrder { Id = order });
        await host.Do(Invoice(order) with { PaymentDays = 10 });
        var later = new DateOnly(2026, 6, 1);
        (await Overdue(host, later)).ShouldBe(["INV-2026-000001", "INV-2026-000002"]);

        await host.Do(new RecordPayment { Id = order, Amount = 20m });
        (await Overdue(host, later)).ShouldBe(["INV-2026-000002"]);
        (await Overdue(host, new DateOnly(2026, 3, 11))).ShouldBeEmpty();
        await host.Do(new RecordPayment { Id = order, Amount = 10m });
        (await host.See(db => db.Invoices.Include(i => i.Order).AsSplitQuery().OrderBy(i => i.Number).ToListAsync())).Select(i => i.Open).ShouldBe([0m, 20m]);
        await host.Do(new RecordPayment { Id = order, Amount = 20m });

        (await Overdue(host, later)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invoice_is_a_page_in_both_languages()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(SalesSettings.InvoiceOrdered, "true");
        var (order, _) = await Confirmed(host, units: 3, freight: 5m);
        await host.Do(Invoice(order));
        var invoice = await host.See(db => db.Invoices.SingleAsync());

        var page = await InvoiceDocuments.ToHtml(invoice, invoice.CustomerName, Language.English, "Tea & Sons");

        foreach (var text in new[] { "Invoice INV-2026-000001", "Tea &amp; Sons", "Product A", "Shipping", "35.00" }) page.ShouldContain(text);
        WebUtility.HtmlDecode(await InvoiceDocuments.ToHtml(invoice, invoice.CustomerName, Language.Chinese, "")).ShouldContain("发票 INV-2026-000001");
    }

    [SkippableTheory, EveryProvider]
    public async Task An_invoice_shows_net_and_tax_of_every_rate_and_its_credit_note_takes_the_same_back(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        await host.Do(Offers.Taxes);
        await host.Product("A", onHand: 10, price: 100m);
        await host.Product("B", onHand: 10, price: 9.99m);
        var order = await host.Do(Orders.Of(await host.Customer(), ("A", 1), ("B", 3)) with { Confirm = true, Freight = 10m });
        await host.Do(new ShipOrder { Id = order.Id });
        await host.Do(Invoice(order.Id));

        var invoice = await host.See(db => db.Invoices.AsNoTracking().SingleAsync());
        invoice.Taxes.ShouldBe([new TaxedAmount(0.07m, 29.97m, 2.10m), new TaxedAmount(0.19m, 110m, 20.90m)]);
        invoice.Total.ShouldBe(162.97m);
        var page = await InvoiceDocuments.ToHtml(invoice, invoice.CustomerName, Language.English, "");
        foreach (var text in new[] { "19.0%", "7.0%", "29.97", "2.10", "110.00", "20.90", "162.97" }) page.ShouldContain(text);
        var lines = (await host.Order(order.Id)).Lines.Select(l => new RequestRefund.Line(l.Id, l.Quantity)).ToList();
        await host.Do(new RecordPayment { Id = order.Id, Amount = 162.97m });
        await Refund(host, new RequestRefund { Id = order.Id, Lines = lines, Freight = 11.90m });
        await host.Do(Invoice(order.Id) with { Kind = InvoiceKind.CreditNote });
        (await host.See(db => db.Invoices.AsNoTracking().SingleAsync(i => i.Kind == InvoiceKind.CreditNote))).Taxes.ShouldBe(invoice.Taxes);
    }

    [Fact]
    public async Task While_a_refund_is_not_decided_no_document_is_issued()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        var (order, line) = await Confirmed(host, units: 3);
        await host.Do(new ShipOrder { Id = order });
        await host.Do(new RecordPayment { Id = order, Amount = 30m });
        await host.Do(new RequestRefund { Id = order, Lines = [new(line, 1)] });

        (await Should.ThrowAsync<RuleBroken>(() => host.Do(Invoice(order)))).Rule.ShouldBe(SalesOrdersRules.RefundUndecided);
    }

    private static IssueInvoice Invoice(Guid order) => new() { Id = order, IssuedOn = InMarch };

    private static Task<List<string>> Overdue(SalesOrdersHost host, DateOnly day) =>
        host.See(db => db.Invoices.OverdueOn(day).OrderBy(i => i.Number).Select(i => i.Number).ToListAsync());

    private static async Task Refund(SalesOrdersHost host, RequestRefund wish)
    {
        var refund = await host.Do(wish);
        await host.Do(new ApproveRefund(refund.Id), Callers.Boss);
        await host.Do(new SettleRefund { Id = refund.Id });
    }

    /// <summary>Takes a number in a transaction that is then rolled back.</summary>
    private static async Task BreakOff(SalesOrdersHost host, Guid order)
    {
        await using var scope = host.Harness.Scope();
        var db = scope.ServiceProvider.GetRequiredService<SalesOrdersDbContext>();
        var issue = scope.ServiceProvider.GetRequiredService<ICommandHandler<IssueInvoice, InvoiceSaved>>();
        await scope.ServiceProvider.GetRequiredService<Transactions>().Run<bool>(db, async ct =>
        {
            await issue.Handle(Invoice(order), ct);
            throw new InvalidOperationException("The power fails.");
        }, CancellationToken.None);
    }

    private static async Task<(Guid Order, Guid Line)> Confirmed(SalesOrdersHost host, int units, decimal freight = 0m, decimal discount = 0m)
    {
        var customer = await host.Customer();
        await host.Product("A", onHand: units);
        var order = await host.Do(Orders.Of(customer, ("A", units)) with { Confirm = true, Freight = freight, Discount = discount });
        return (order.Id, (await host.Order(order.Id)).Lines.Single().Id);
    }
}
