using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Api;
using Crm.SalesOrders.Application.Accounting;
using Crm.SalesOrders.Application.Dunning;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Crm.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

public sealed class StatementTests
{
    [SkippableTheory, EveryProvider]
    public async Task A_statement_of_a_month_begins_with_what_was_owed_before_and_adds_up_whatever_happened_in_it(DatabaseProvider provider)
    {
        await using var host = await SalesOrdersHost.On(provider);
        var customer = await host.Customer();
        await host.Product("A", onHand: 99);
        var first = await Invoiced(host, customer, units: 10, new DateOnly(2026, 2, 10));
        var payment = await host.Do(new RecordPayment { Id = first.Order, Amount = 30m, PaidOn = new DateOnly(2026, 2, 20), Reference = "bank 1" });
        await Invoiced(host, await host.Customer("OTHER"), units: 1, March(2));
        host.Harness.Time.MoveTo(new DateTimeOffset(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));

        var refund = await host.Do(new RequestRefund { Id = first.Order, Goodwill = 5m });
        await host.Do(new ApproveRefund(refund.Id), Callers.Boss);
        var note = await host.Do(new IssueInvoice { Id = first.Order, Kind = InvoiceKind.CreditNote, IssuedOn = March(5) });
        await host.Do(new SettleRefund { Id = refund.Id, SettledOn = March(6), Reference = "bank 2" });
        await host.Do(new ChargeBackPayment { Id = payment.PaymentId, Amount = 10m, On = March(7), Reference = "bank 3" });
        await host.Do(new WriteOffReceivable { Id = first.Order, Amount = 20m, On = March(8), Reason = "gone" });
        await host.Do(new RecoverReceivable { Id = first.Order, On = March(9), Reason = "found" });
        await Reminded(host, customer, first.Invoice);
        var second = await Invoiced(host, customer, units: 1, March(13));
        await host.Do(new RecordPayment { Id = second.Order, Amount = 10m, PaidOn = March(13), Reference = "bank 4" });
        await host.Do(new RecordPayment { Id = first.Order, Amount = 1m, PaidOn = March(20) });

        var statement = await Read(host, customer, March(1), March(15));

        (statement.Opening, statement.Closing).ShouldBe((70m, 80m));
        statement.Rows.Select(r => (r.On.Day, r.Kind, r.Number, r.Amount, r.Balance)).ShouldBe(
        [
            (5, StatementKind.CreditNote, note.Number, -5m, 65m),
            (6, StatementKind.Refund, "bank 2", 5m, 70m),
            (7, StatementKind.ChargeBack, "bank 3", 10m, 80m),
            (8, StatementKind.WriteOff, "", -20m, 60m),
            (9, StatementKind.Recovery, "", 20m, 80m),
            (10, StatementKind.ReminderFee, "FEE-000001", 5m, 85m),
            (10, StatementKind.ReminderFee, "FEE-000002", 5m, 90m),
            (11, StatementKind.Payment, "FEE-000001", -5m, 85m),
            (12, StatementKind.FeeWaiver, "FEE-000002", -5m, 80m),
            (13, StatementKind.Invoice, second.Number, 10m, 90m),
            (13, StatementKind.Payment, "bank 4", -10m, 80m),
        ]);
        var whole = await Read(host, customer, from: null, March(31));
        (whole.Opening, whole.Rows.Count, whole.Closing).ShouldBe((0m, 14, 79m));
        var foreign = await Read(host, customer, March(1), March(15), Callers.Person(RowScope.Own));
        (foreign.Opening, foreign.Rows.Count).ShouldBe((0m, 0));
        var dollars = await Read(host, customer, March(1), March(15), currency: "USD");
        (dollars.Opening, dollars.Rows.Count).ShouldBe((0m, 0));
    }

    private static DateOnly March(int day) => new(2026, 3, day);

    private static async Task<(Guid Order, Guid Invoice, string Number)> Invoiced(SalesOrdersHost host, Guid customer, int units, DateOnly on)
    {
        var order = (await host.Do(Orders.Of(customer, ("A", units)) with { Confirm = true })).Id;
        await host.Do(new ShipOrder { Id = order });
        var invoice = await host.Do(new IssueInvoice { Id = order, IssuedOn = on });
        return (order, invoice.Id, invoice.Number);
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
        await host.Do(new PayReminderFee { Id = fees[0].Key, PaidOn = March(11) });
        await host.Do(new WaiveReminderFee { Id = fees[1].Key, Reason = "as a favour", WaivedOn = March(12) });
    }

    private static async Task<Statement> Read(SalesOrdersHost host, Guid customer, DateOnly? from, DateOnly to, Caller? caller = null, string currency = "EUR")
    {
        await using var scope = host.Harness.Scope(caller ?? Callers.App);
        var services = scope.ServiceProvider;
        var answer = await StatementEndpoints.Get(
            customer, currency, from, to, services.GetRequiredService<SalesOrdersDbContext>(), services.GetRequiredService<CallerContext>(), host.Harness.Time, default);
        return answer.Value!;
    }
}
