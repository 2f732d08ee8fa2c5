using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Dunning;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain.Accounting;
using Crm.SalesOrders.Domain.Dunning;
using Crm.Testing;
using Crm.Testing.Databases;
using Crm.Testing.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>Invoices of 2 March that are due on 12 March, and the mails that ask for them, in a conversation with a mail server.</summary>
public sealed class ReminderTests
{
    private static readonly DateTimeOffset AfterAWeek = new(2026, 3, 20, 12, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AfterAMonth = new(2026, 4, 20, 12, 30, 0, TimeSpan.Zero);

    [SkippableTheory, EveryProvider]
    public async Task An_overdue_invoice_is_reminded_of_once_per_level_until_it_is_paid(DatabaseProvider provider)
    {
        await using var sink = new SmtpSink();
        await using var host = await Start(provider, sink);
        var (order, customer) = await Invoiced(host);
        await RunJob(host);
        sink.Mails.ShouldBeEmpty("it is not due yet");

        host.Harness.Time.MoveTo(AfterAWeek);
        await RunJob(host);
        await RunJob(host);

        var mail = sink.Mails.ShouldHaveSingleItem();
        (mail.Subject, mail.To).ShouldBe(("Invoice INV-2026-000001", "billing@example.com"));
        mail.Text.ShouldContain("Customer ALFKI, please pay 20.00 EUR, due 2026-03-12, 8 days ago. Tea & Sons");
        mail.Files.ShouldHaveSingleItem().Name.ShouldBe("INV-2026-000001.html");

        await host.Do(new SetBillingContact { CustomerId = customer, Email = "billing@example.com", Language = Language.Chinese });
        host.Harness.Time.MoveTo(AfterAMonth);
        await RunJob(host);
        sink.Mails.Count.ShouldBe(2);
        sink.Mails[1].Subject.ShouldBe("催款 INV-2026-000001");
        sink.Mails[1].Text.ShouldContain("费用 5.00 EUR");
        await host.Do(new DefineReminderLevel { Level = 3, DaysAfterDue = 45, Subject = new("x", "x"), Text = new("x", "x") });
        await host.Do(new RecordPayment { Id = order, Amount = 20m });
        host.Harness.Time.Advance(TimeSpan.FromDays(300));
        await RunJob(host);
        sink.Mails.Count.ShouldBe(2);
        (await Reminders(host)).Select(r => (r.Level, r.State, r.Open, r.Fee)).ShouldBe([(1, MailState.Taken, 20m, null), (2, MailState.Taken, 20m, 5m)]);
    }

    [SkippableTheory, EveryProvider]
    public async Task Whoever_runs_at_the_same_time_and_whatever_breaks_off_at_most_one_mail_arrives(DatabaseProvider provider)
    {
        await using var sink = new SmtpSink();
        await using var host = await Start(provider, sink);
        await Invoiced(host);
        await Invoiced(host, "ANOTHER");
        host.Harness.Time.MoveTo(AfterAWeek);
        // One is taken without an answer, the other one's server goes away before anything was taken.
        sink.Next(SmtpTrick.DropsAfterMessage, SmtpTrick.DropsBeforeMessage);

        await Task.WhenAll(RunJob(host), RunJob(host), RunJob(host));
        sink.Mails.Count.ShouldBe(1);
        (await Reminders(host)).Select(r => r.State).ShouldBe([MailState.Uncertain, MailState.NotTaken], ignoreOrder: true);
        host.Harness.Time.Advance(TimeSpan.FromMinutes(6));
        await RunJob(host);
        host.Harness.Time.Advance(TimeSpan.FromDays(1));
        await RunJob(host);

        sink.Mails.Select(m => m.Subject).ShouldBe(["Invoice INV-2026-000001", "Invoice INV-2026-000002"], ignoreOrder: true);
        (await Reminders(host)).Select(r => (r.State, r.Tries)).ShouldBe([(MailState.Uncertain, 1), (MailState.Taken, 2)], ignoreOrder: true);
    }

    [SkippableTheory, EveryProvider]
    public async Task What_a_crash_cut_off_is_not_sent_again(DatabaseProvider provider)
    {
        await using var sink = new SmtpSink();
        await using var host = await Start(provider, sink);
        await Invoiced(host);
        host.Harness.Time.MoveTo(AfterAWeek);
        var invoice = await host.See(db => db.Invoices.Select(i => i.Id).SingleAsync());
        var planned = await host.Do(new PlanReminder(invoice.Value, 1));
        // Begun, and then the power fails.
        (await host.Do(new BeginReminder(planned.Id!.Value))).Attempt.ShouldBe(1);

        await RunJob(host);
        (await Reminders(host)).ShouldHaveSingleItem().State.ShouldBe(MailState.Sending, "somebody may still be at it");
        host.Harness.Time.Advance(SingleMail.LongestTry);
        await RunJob(host);

        (await Reminders(host)).ShouldHaveSingleItem().State.ShouldBe(MailState.Uncertain);
        sink.Mails.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_late_at_first_sight_gets_the_level_that_fits_and_none_below()
    {
        await using var sink = new SmtpSink();
        await using var host = await Start(DatabaseProvider.Sqlite, sink);
        await Invoiced(host);
        host.Harness.Time.MoveTo(AfterAMonth);

        await RunJob(host);
        await RunJob(host);

        (await Reminders(host)).ShouldHaveSingleItem().Level.ShouldBe(2);
    }

    [Fact]
    public async Task Nobody_is_reminded_whose_reminders_are_stopped_who_paid_meanwhile_or_who_was_erased()
    {
        await using var sink = new SmtpSink();
        await using var host = await Start(DatabaseProvider.Sqlite, sink);
        var (order, customer) = await Invoiced(host);
        host.Harness.Time.MoveTo(AfterAWeek);
        await host.Do(new SetBillingContact { CustomerId = customer, Email = "billing@example.com", RemindersStopped = true });
        await RunJob(host);
        (await Reminders(host)).ShouldBeEmpty();

        await host.Do(new SetBillingContact { CustomerId = customer, Email = "billing@example.com" });
        sink.Next(SmtpTrick.Greylists);
        await RunJob(host);
        await host.Do(new RecordPayment { Id = order, Amount = 20m });
        host.Harness.Time.Advance(TimeSpan.FromHours(1));
        await RunJob(host);
        (await Reminders(host)).ShouldHaveSingleItem().State.ShouldBe(MailState.Skipped);
        await host.Hear(new PersonErasureRequestedV1(customer, AfterAWeek), customer, version: 9);

        sink.Mails.ShouldBeEmpty();
        (await host.See(db => db.BillingContacts.CountAsync())).ShouldBe(0);
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new SetBillingContact { CustomerId = customer, Email = "a@example.com" }))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_text_with_a_name_that_stands_for_nothing_is_refused()
    {
        await using var sink = new SmtpSink();
        await using var host = await Start(DatabaseProvider.Sqlite, sink);

        await Should.ThrowAsync<InvalidInput>(() =>
            host.Do(new DefineReminderLevel { Level = 1, DaysAfterDue = 7, Subject = new("{invoise}", "x"), Text = new("x", "x") }));
    }

    [SkippableTheory, EveryProvider]
    public async Task A_reminder_with_a_fee_costs_once_what_is_a_receivable_of_its_own_and_is_paid_or_waived(DatabaseProvider provider)
    {
        await using var sink = new SmtpSink();
        await using var host = await Start(provider, sink);
        var (_, customer) = await Invoiced(host);
        await Invoiced(host, "ANOTHER");
        host.Harness.Time.MoveTo(AfterAMonth);

        await RunJob(host);
        await RunJob(host);

        var fees = await host.See(db => db.ReminderFees.AsNoTracking().OrderBy(f => f.Number).ToListAsync());
        fees.Select(f => (f.Number, f.Amount, f.State)).ShouldBe([("FEE-000001", 5m, ReminderFeeState.Open), ("FEE-000002", 5m, ReminderFeeState.Open)]);
        await host.Do(new PayReminderFee { Id = fees[0].Key, Method = "transfer", Reference = "bank 7, aunt Ottilie" });
        await host.Do(new WaiveReminderFee { Id = fees[1].Key, Reason = "as a favour" });
        (await Should.ThrowAsync<RuleBroken>(() => host.Do(new PayReminderFee { Id = fees[1].Key }))).Rule.ShouldBe(DunningRules.FeeEnded);

        var documents = fees.ConvertAll(f => f.Key);
        var posted = await host.See(db => db.JournalEntries.AsNoTracking().Where(e => documents.Contains(e.DocumentId)).OrderBy(e => e.Number).ToListAsync());
        posted.Select(e => e.Kind).ShouldBe([DocumentKind.ReminderFee, DocumentKind.ReminderFee, DocumentKind.FeePayment, DocumentKind.FeeWaiver]);
        posted.ShouldAllBe(e => e.CompanyCurrency == "EUR" && e.CompanyRate == 1m, "as the invoice that was reminded of");
        posted.SelectMany(e => e.Lines).GroupBy(l => l.Role).ToDictionary(g => g.Key, g => g.Sum(l => l.Debit - l.Credit)).ShouldBe(new Dictionary<AccountRole, decimal>
        {
            [AccountRole.Receivables] = 0m,
            [AccountRole.ReminderFees] = -5m,
            [AccountRole.Bank] = 5m,
        }, ignoreOrder: true);
        foreach (var person in fees.Select(f => f.CustomerId)) await host.Hear(new PersonErasureRequestedV1(person, host.Harness.Time.GetUtcNow()), person, version: 1);
        (await host.See(db => db.AllTables())).ShouldNotContain("Ottilie");
    }

    [Fact]
    public async Task What_may_not_have_arrived_costs_nothing()
    {
        await using var sink = new SmtpSink();
        await using var host = await Start(DatabaseProvider.Sqlite, sink);
        await Invoiced(host);
        host.Harness.Time.MoveTo(AfterAMonth);
        sink.Next(SmtpTrick.DropsAfterMessage);

        await RunJob(host);

        (await Reminders(host)).Single().State.ShouldBe(MailState.Uncertain);
        (await host.See(db => db.ReminderFees.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_transport_that_breaks_has_perhaps_sent_its_mail_and_is_not_asked_again()
    {
        var transport = new BreakingTransport();
        await using var host = await Start(DatabaseProvider.Sqlite, transport);
        await Invoiced(host);
        host.Harness.Time.MoveTo(AfterAWeek);

        await RunJob(host);
        host.Harness.Time.Advance(TimeSpan.FromDays(1));
        await RunJob(host);

        (await Reminders(host)).ShouldHaveSingleItem().State.ShouldBe(MailState.Uncertain);
        transport.Tries.ShouldBe(1);
    }

    private static Task<SalesOrdersHost> Start(DatabaseProvider provider, SmtpSink sink)
    {
        var settings = Options.Create(new MailOptions { Host = SmtpSink.Host, Port = sink.Port, From = "Crm <crm@example.com>", StartTls = StartTls.Never });
        return Start(provider, new SmtpTransport(settings, TimeProvider.System, NullLogger<SmtpTransport>.Instance));
    }

    private static async Task<SalesOrdersHost> Start(DatabaseProvider provider, IMailTransport transport)
    {
        var host = await SalesOrdersHost.On(provider, services => services.AddSingleton(transport));
        host.Harness.Services.GetRequiredService<TestSettings>().Choose(CompanySettings.Name, "Tea & Sons");
        await host.Do(new DefineReminderLevel
        {
            Level = 1,
            DaysAfterDue = 7,
            Subject = new("Invoice {invoice}", "发票 {invoice}"),
            Text = new("{customer}, please pay {open}, due {due}, {days} days ago. {company}", "请支付 {open}"),
        });
        await host.Do(new DefineReminderLevel
        {
            Level = 2,
            DaysAfterDue = 30,
            Subject = new("Second reminder of {invoice}", "催款 {invoice}"),
            Text = new("A fee of {fee}", "费用 {fee}"),
            Fee = 5m,
            FeeCurrency = "EUR",
        });
        return host;
    }

    private static async Task<(Guid Order, Guid Customer)> Invoiced(SalesOrdersHost host, string code = "ALFKI")
    {
        var customer = await host.Customer(code);
        await host.Do(new SetBillingContact { CustomerId = customer, Email = "billing@example.com" });
        await host.Product(code, onHand: 10);
        var order = await host.Do(Orders.Of(customer, (code, 2)) with { Confirm = true });
        await host.Do(new ShipOrder { Id = order.Id });
        await host.Do(new IssueInvoice { Id = order.Id, PaymentDays = 10 });
        return (order.Id, customer);
    }

    private static async Task RunJob(SalesOrdersHost host)
    {
        await using var scope = host.Harness.Scope();
        await ActivatorUtilities.CreateInstance<SendReminders>(scope.ServiceProvider).Run(CancellationToken.None);
    }

    private static Task<List<Reminder>> Reminders(SalesOrdersHost host) => host.See(db => db.Reminders.AsNoTracking().OrderBy(r => r.Level).ToListAsync());

    private sealed class BreakingTransport : IMailTransport
    {
        public int Tries { get; private set; }

        public Task<MailOutcome> Send(OutgoingMail mail, CancellationToken ct)
        {
            Tries++;
            throw new InvalidOperationException("The connection is gone.");
        }
    }
}
