using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Dunning;

/// <summary>Writes down what became of a try.</summary>
/// <param name="Id">The reminder.</param>
/// <param name="Attempt">The try; 0 for one that was begun by somebody who is gone.</param>
/// <param name="Outcome">What is known of it.</param>
/// <param name="Reason">Why it was not taken; names no recipient.</param>
internal sealed record SettleReminder(Guid Id, int Attempt, MailState Outcome, Phrase? Reason = null) : ICommand<SettledMail>;

internal sealed class SettleReminderValidator : AbstractValidator<SettleReminder>
{
    public SettleReminderValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class SettleReminderHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<SettleReminder, SettledMail>
{
    public async Task<SettledMail> Handle(SettleReminder command, CancellationToken ct)
    {
        var reminder = await db.ForChange<Reminder, ReminderId>(new ReminderId(command.Id), ct);
        reminder.EndTry(command.Attempt, command.Outcome, command.Reason, time.GetUtcNow());
        if (reminder.IsToBeCharged && !await db.ReminderFees.AnyAsync(f => f.ReminderId == reminder.Id, ct)) await Charge(reminder, ct);
        return new SettledMail(reminder.State);
    }

    private async Task Charge(Reminder reminder, CancellationToken ct)
    {
        var invoice = await db.Invoices.Where(i => i.Id == reminder.InvoiceId).Select(i => new { i.OrderId, i.CompanyCurrency, i.CompanyRate }).SingleAsync(ct);
        var rate = CompanyRate.Frozen(invoice.CompanyCurrency, invoice.CompanyRate);
        var number = await db.NextNumber("reminder-fees", "FEE", ct);
        db.ReminderFees.Add(new ReminderFee(reminder, invoice.OrderId, rate, number, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
    }
}
