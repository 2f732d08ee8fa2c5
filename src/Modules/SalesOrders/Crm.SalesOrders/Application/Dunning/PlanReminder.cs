using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Dunning;

/// <summary>Decides that a customer is reminded of an invoice at a level: once for ever, however often and by however many it is decided.</summary>
internal sealed record PlanReminder(Guid InvoiceId, int Level) : ICommand<PlannedReminder>;

/// <param name="Id">Of the reminder; null when there was one, or nothing is open.</param>
internal sealed record PlannedReminder(Guid? Id);

internal sealed class PlanReminderValidator : AbstractValidator<PlanReminder>
{
    public PlanReminderValidator() => RuleFor(c => c.InvoiceId).NotEmpty();
}

internal sealed class PlanReminderHandler(SalesOrdersDbContext db, TimeProvider time) : ICommandHandler<PlanReminder, PlannedReminder>
{
    public async Task<PlannedReminder> Handle(PlanReminder command, CancellationToken ct)
    {
        var key = new InvoiceId(command.InvoiceId);
        if (await db.Reminders.AnyAsync(r => r.InvoiceId == key && r.Level >= command.Level, ct)) return new PlannedReminder(null);
        var invoice = await db.Invoices.AsNoTracking().Include(i => i.Order).AsSplitQuery().SingleAsync(i => i.Id == key, ct);
        if (invoice.Open == 0m) return new PlannedReminder(null);
        var level = await db.ReminderLevels.SingleAsync(l => l.Level == command.Level, ct);
        // Two at once: the second one's save fails on invoice and level, is done again and finds this one.
        var reminder = new Reminder(invoice, level.Level, level.FeeIn(invoice.Currency), time.GetUtcNow());
        db.Reminders.Add(reminder);
        return new PlannedReminder(reminder.Key);
    }
}
