using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What documents mean to the books. The clock of a test begins on 2 March 2026.</summary>
public sealed class JournalTests
{
    private static readonly DateOnly EndOfFebruary = new(2026, 2, 28);
    private static readonly DateOnly InFebruary = new(2026, 2, 20);

    [SkippableTheory, EveryProvider(1), EveryProvider(2)]
    public async Task Every_document_has_one_balanced_entry_and_receivables_are_what_customers_owe(DatabaseProvider provider, int seed)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var random = new Random(seed);
        await host.Do(Offers.Taxes);
        foreach (var sku in new[] { "A", "B", "C" }) await host.Product(sku, onHand: 1000, price: random.Next(100, 5000) / 100m);
        var customers = new[] { await host.Customer("ANNA"), await host.Customer("BERT") };
        var orders = new List<Guid>();
        for (var step = 0; step < 60; step++)
        {
            if (orders.Count < 3 || random.Next(8) == 0) orders.Add(await Place(host, customers[random.Next(2)], random));
            else await Attempt(() => Something(host, orders[random.Next(orders.Count)], random));
        }

        var entries = await host.See(db => db.JournalEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync());
        entries.Select(e => e.Number).ShouldBe(Enumerable.Range(1, entries.Count).Select(n => (long)n));
        entries.ShouldAllBe(e => e.Lines.Count > 1 && e.Lines.Sum(l => l.Debit) == e.Lines.Sum(l => l.Credit) && e.Lines.All(l => l.Debit + l.Credit > 0m && l.Debit * l.Credit == 0m));
        entries.Select(e => e.DocumentId).ShouldBe(await Documents(host), ignoreOrder: true);
        entries.Select(e => e.Kind).Distinct().Count().ShouldBeGreaterThan(2);
        foreach (var customer in customers)
        {
            var receivables = entries.Where(e => e.CustomerId == customer).SelectMany(e => e.Lines).Where(l => l.Role == AccountRole.Receivables).Sum(l => l.Debit - l.Credit);
            receivables.ShouldBe(await Owed(host, customer));
        }
    }

    [SkippableTheory, EveryProvider]
    public async Task What_belongs_to_a_closed_month_is_posted_to_the_first_open_one_with_both_days(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, _) = await Invoiced(host, paidOn: InFebruary);
        await host.Do(new CloseMonths(EndOfFebruary));
        await host.Do(new RecordPayment { Id = order, Amount = 3m, PaidOn = InFebruary });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new ReopenMonths(new DateOnly(2026, 3, 1))))).Rule.ShouldBe(AccountingRules.StillOpen);
        await host.Do(new ReopenMonths(new DateOnly(2026, 2, 1)));
        await host.Do(new RecordPayment { Id = order, Amount = 2m, PaidOn = InFebruary });

        var payments = await host.See(db => db.JournalEntries.Where(e => e.Kind == DocumentKind.Payment).OrderBy(e => e.Number).ToListAsync());
        payments.Select(p => (p.DocumentOn, p.PostedOn)).ShouldBe([(InFebruary, InFebruary), (InFebruary, new DateOnly(2026, 3, 1)), (InFebruary, InFebruary)]);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new CloseMonths(InFebruary)))).Rule.ShouldBe(AccountingRules.NotEndOfMonth);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new CloseMonths(new DateOnly(2026, 3, 31))))).Rule.ShouldBe(AccountingRules.MonthNotOver);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new CloseMonths(new DateOnly(2026, 1, 31))))).Rule.ShouldBe(AccountingRules.ClosedBefore);
    }

    [SkippableTheory, EveryProvider]
    public async Task Nothing_slips_into_a_month_that_is_closed_meanwhile(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 1000);
        var orders = new List<Guid>();
        for (var i = 0; i < 24; i++) orders.Add((await host.Do(Orders.Of(customer, ("A", 1)) with { Confirm = true })).Id);

        var outcomes = await Racing.AtOnce(orders.Count + 1, i => i == 12
            ? host.Do(new CloseMonths(EndOfFebruary))
            : host.Do(new RecordPayment { Id = orders[i < 12 ? i : i - 1], Amount = 1m, PaidOn = InFebruary }));

        outcomes.ShouldAllBe(o => o == null);
        var entries = await host.See(db => db.JournalEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync());
        entries.Select(e => e.Number).ShouldBe(Enumerable.Range(1, orders.Count).Select(n => (long)n));
        // Numbers are given under the lock that closing takes: from the first entry that was moved on, all were.
        entries.SkipWhile(e => e.PostedOn == InFebruary).ShouldAllBe(e => e.PostedOn == new DateOnly(2026, 3, 1));
    }

    [SkippableTheory, EveryProvider]
    public async Task What_is_written_off_is_no_longer_owed_overdue_or_credited(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, customer) = await Invoiced(host);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new WriteOffReceivable { Id = order, Amount = 21m, Reason = "x" }))).Rule.ShouldBe(AccountingRules.WriteOffTooLarge);

        (await host.Do(new WriteOffReceivable { Id = order, Amount = 5m, Reason = "insolvent" })).Balance.ShouldBe(15m);
        var given = await host.Do(new WriteOffReceivable { Id = order, Reason = "insolvent" });

        (given.Amount, given.Balance).ShouldBe((15m, 0m));
        (await host.See(db => db.Invoices.OverdueOn(new DateOnly(2030, 1, 1)).CountAsync())).ShouldBe(0);
        (await host.Order(order)).Invoicing.ShouldBe(InvoicingState.FullyInvoiced);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new IssueInvoice { Id = order, Kind = InvoiceKind.CreditNote }))).Rule.ShouldBe(SalesOrdersRules.NothingToCredit);
        (await Owed(host, customer)).ShouldBe(0m);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_was_written_off_and_comes_in_after_all_is_expected_again_posted_back_and_paid(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var (order, customer) = await Invoiced(host);
        await host.Do(new WriteOffReceivable { Id = order, Reason = "insolvent" });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new RecoverReceivable { Id = order, Amount = 21m, Reason = "x" }))).Rule.ShouldBe(AccountingRules.RecoversTooMuch);

        (await host.Do(new RecoverReceivable { Id = order, Amount = 8m, Reason = "a quota was paid out" })).Balance.ShouldBe(8m);
        await host.Do(new RecordPayment { Id = order, Amount = 8m });

        var after = await host.Order(order);
        (after.WrittenOff, after.Balance, after.Invoicing).ShouldBe((12m, 0m, InvoicingState.FullyInvoiced));
        (await Owed(host, customer)).ShouldBe(0m);
        var posted = await host.See(db => db.JournalEntries.AsNoTracking().SingleAsync(e => e.Kind == DocumentKind.Recovery));
        posted.Lines.OrderBy(l => l.Position).Select(l => (l.Role, l.Debit, l.Credit)).ShouldBe([(AccountRole.WriteOff, 0m, 8m), (AccountRole.Receivables, 8m, 0m)]);
        var told = (await host.Harness.Published<SalesOrdersDbContext>(typeof(JournalPostedV1))).Cast<JournalPostedV1>().ToList();
        told.Select(t => t.Kind).ShouldBe(["invoice", "writeOff", "recovery", "payment"]);
        told.ShouldAllBe(t => t.CustomerId == customer && t.Lines.Sum(l => l.Debit) == t.Lines.Sum(l => l.Credit));
        (await host.Do(new RecoverReceivable { Id = order, Reason = "a mistake" })).Amount.ShouldBe(-12m);
    }

    [Fact]
    public async Task Accounts_are_found_by_tax_rate_and_by_method_and_else_by_their_role()
    {
        await using var host = await SalesOrdersHost.On(DatabaseProvider.Sqlite);
        await host.Do(Offers.Taxes);
        await host.Do(new SetAccount { Role = AccountRole.Tax, For = "0.19", Number = "3806", Name = "Tax 19 %" });
        await host.Do(new SetAccount { Role = AccountRole.Bank, For = "card", Number = "1460", Name = "Cards" });
        await host.Do(new SetAccount { Role = AccountRole.Sales, Number = "8000", Name = "Sales" });
        await Should.ThrowAsync<InvalidInput>(() => host.Do(new SetAccount { Role = AccountRole.Receivables, For = "x", Number = "1", Name = "x" }));
        await host.Product("A", onHand: 10, price: 100m);
        await host.Product("B", onHand: 10, price: 100m);
        var order = await host.Do(Orders.Of(await host.Customer(), ("A", 1), ("B", 1)) with { Confirm = true, Freight = 10m });
        await host.Do(new ShipOrder { Id = order.Id });
        await host.Do(new IssueInvoice { Id = order.Id });
        await host.Do(new RecordPayment { Id = order.Id, Amount = 100m, Method = "card" });

        var lines = (await host.See(db => db.JournalEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync())).SelectMany(e => e.Lines.OrderBy(l => l.Position));
        lines.Select(l => (l.Account, l.Debit - l.Credit)).ShouldBe(
            [("1200", 237.90m), ("8000", -100m), ("3806", -19m), ("8000", -100m), ("2200", -7m), ("4100", -10m), ("3806", -1.90m), ("1460", 100m), ("1200", -100m)], ignoreOrder: true);
    }

    private static async Task<Guid> Place(SalesOrdersHost host, Guid customer, Random random)
    {
        var lines = new[] { "A", "B", "C" }.Where(_ => random.Next(3) > 0).Append("A").Distinct().Select(sku => (sku, random.Next(1, 6))).ToArray();
        return (await host.Do(Orders.Of(customer, lines) with { Confirm = true, Freight = random.Next(0, 900) / 100m, Discount = random.Next(2) })).Id;
    }

    private static async Task Something(SalesOrdersHost host, Guid id, Random random)
    {
        var order = await host.Order(id);
        switch (random.Next(8))
        {
            case 0 or 1:
                await host.Do(new ShipOrder { Id = id });
                break;
            case 2 or 3:
                await host.Do(new IssueInvoice { Id = id, IssuedOn = InFebruary });
                break;
            case 4:
                await host.Do(new RecordPayment { Id = id, Amount = Math.Max(0.01m, Math.Round(order.Gross * random.Next(1, 5) / 4, 2)), Method = "card" });
                break;
            case 5:
                if (order.Lines.FirstOrDefault(l => l.Creditable > 0) is not { } line) break;
                var refund = await host.Do(new RequestRefund { Id = id, Lines = [new(line.Id, 1)], Goodwill = random.Next(2) });
                await host.Do(new ApproveRefund(refund.Id), Callers.Boss);
                await host.Do(new SettleRefund { Id = refund.Id });
                break;
            case 6:
                await host.Do(new IssueInvoice { Id = id, Kind = InvoiceKind.CreditNote });
                break;
            default:
                await host.Do(new WriteOffReceivable { Id = id, Amount = 1m, Reason = "small" });
                break;
        }
    }

    private static async Task Attempt(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (RuleBroken)
        {
            // Not every step is possible at every time.
        }
    }

    private static async Task<List<Guid>> Documents(SalesOrdersHost host)
    {
        var documents = await host.See(db => db.Invoices.Select(i => i.Id).ToListAsync());
        var refunds = await host.See(db => db.Refunds.Where(r => r.State == RefundState.Settled && r.Amount > 0m).Select(r => r.Id).ToListAsync());
        var payments = await host.See(db => db.PaymentEntries.Where(e => e.Kind == PaymentEntryKind.Capture).Select(e => e.Id).ToListAsync());
        var givenUp = await host.See(db => db.WriteOffs.Select(w => w.Id).ToListAsync());
        return [.. documents.Select(d => d.Value), .. refunds.Select(r => r.Value), .. payments, .. givenUp];
    }

    /// <summary>As the statement of the customer says.</summary>
    private static async Task<decimal> Owed(SalesOrdersHost host, Guid customer)
    {
        var invoices = await host.See(db => db.Invoices.Where(i => i.CustomerId == customer).Select(i => new { i.Kind, i.Total }).ToListAsync());
        var orders = await host.See(db => db.Orders.Where(o => o.CustomerId == customer).IgnoreAutoIncludes().ToListAsync());
        return invoices.Sum(i => i.Kind == InvoiceKind.Invoice ? i.Total : -i.Total) - orders.Sum(o => o.Paid - o.Refunded + o.WrittenOff);
    }

    private static async Task<(Guid Order, Guid Customer)> Invoiced(SalesOrdersHost host, DateOnly? paidOn = null)
    {
        var customer = await host.Customer();
        await host.Product("A", onHand: 10);
        var order = await host.Do(Orders.Of(customer, ("A", 2)) with { Confirm = true });
        await host.Do(new ShipOrder { Id = order.Id });
        await host.Do(new IssueInvoice { Id = order.Id });
        if (paidOn is not null) await host.Do(new RecordPayment { Id = order.Id, Amount = 1m, PaidOn = paidOn });
        return (order.Id, customer);
    }
}
