using System.Globalization;
using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Dunning;

/// <summary>Writes the mail and takes the right to send it. The commit comes before the mail server is spoken to.</summary>
internal sealed record BeginReminder(Guid Id) : ICommand<BegunMail>;

internal sealed class BeginReminderValidator : AbstractValidator<BeginReminder>
{
    public BeginReminderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class BeginReminderHandler(SalesOrdersDbContext db, ISettings settings, TimeProvider time) : ICommandHandler<BeginReminder, BegunMail>
{
    private static readonly Phrase Paid = new("Nothing of the invoice is open any more.", "该发票已无未付金额。");
    private static readonly Phrase Stopped = new("The customer is not to be reminded, or there is no address.", "该客户已暂停催款，或没有邮件地址。");

    public async Task<BegunMail> Handle(BeginReminder command, CancellationToken ct)
    {
        var reminder = await db.ForChange<Reminder, ReminderId>(new ReminderId(command.Id), ct);
        var now = time.GetUtcNow();
        var invoice = await db.Invoices.AsNoTracking().Include(i => i.Order).AsSplitQuery().SingleAsync(i => i.Id == reminder.InvoiceId, ct);
        var contact = await db.BillingContactOf(await db.Family(reminder.CustomerId, ct), ct);
        var level = await db.ReminderLevels.AsNoTracking().SingleOrDefaultAsync(l => l.Level == reminder.Level && l.IsActive, ct);
        if (invoice.Open == 0m || contact is not { RemindersStopped: false } || level is null)
        {
            reminder.Skip(invoice.Open == 0m ? Paid : Stopped, now);
            return BegunMail.Nothing;
        }

        var mail = await Write(reminder, invoice, contact, level, now);
        return reminder.Begin(invoice.Open, now) ? new BegunMail(reminder.Tries, mail) : BegunMail.Nothing;
    }

    private async Task<OutgoingMail> Write(Reminder reminder, Invoice invoice, BillingContact contact, ReminderLevel level, DateTimeOffset now)
    {
        var company = await settings.Text(CompanySettings.Name, CancellationToken.None);
        var values = new Dictionary<string, string>
        {
            ["customer"] = invoice.CustomerName ?? "",
            ["invoice"] = invoice.Number,
            ["order"] = invoice.OrderNumber,
            ["issued"] = Day(invoice.IssuedOn),
            ["due"] = Day(invoice.DueOn),
            ["days"] = (DateOnly.FromDateTime(now.UtcDateTime).DayNumber - invoice.DueOn.DayNumber).ToString(CultureInfo.InvariantCulture),
            ["open"] = Amount(invoice.Open),
            ["total"] = Amount(invoice.Total),
            ["fee"] = Amount(level.FeeIn(invoice.Currency) ?? 0m),
            ["company"] = company,
        };
        var page = await InvoiceDocuments.ToHtml(invoice, invoice.CustomerName, contact.Language, company);
        return new OutgoingMail(
            Reminder.MailKey(reminder.Id), new Mailbox(contact.Email), OneLine(NamedPlaces.Fill(level.Facts.Subject.In(contact.Language), values)),
            NamedPlaces.Fill(level.Facts.Text.In(contact.Language), values))
        {
            Files = [new MailFile($"{invoice.Number}.html", "text/html", Encoding.UTF8.GetBytes(page))],
        };

        string Amount(decimal amount) => string.Create(
            CultureInfo.InvariantCulture, $"{Currencies.Round(amount, invoice.Currency).ToString($"F{Currencies.Digits(invoice.Currency)}", CultureInfo.InvariantCulture)} {invoice.Currency}");

        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    // A name may hold what no header may.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
