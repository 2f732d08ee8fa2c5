using System.Globalization;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.SalesOrders.Application.Invoices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.SalesOrders.Application.Dunning;

/// <summary>
/// Reminds customers of what they should have paid: plans for each overdue invoice the highest level that is due and was not reached before,
/// sends what is planned and settles what was cut off. Safe to run twice at a time.
/// </summary>
internal sealed class SendReminders(
    SalesOrdersDbContext db, IServiceScopeFactory scopes, SingleMails mails, TimeProvider time, ILogger<SendReminders> log) : IScheduledJob
{
    public const string Name = "send-reminders";

    private const int AtOnce = 500;

    public async Task<string> Run(CancellationToken ct)
    {
        var planned = await Plan(ct);
        var sent = await mails.Send(
            Name, db.Reminders, r => r.Id.Value, id => new BeginReminder(id), (id, ended) => new SettleReminder(id, ended.Attempt, ended.Outcome, ended.Reason), log, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{planned} reminders planned, {sent}");
    }

    private async Task<int> Plan(CancellationToken ct)
    {
        // Its day must be over everywhere on earth.
        var today = BusinessDay.LastOnEarth(time);
        var planned = 0;
        foreach (var level in await db.ReminderLevels.AsNoTracking().Where(l => l.IsActive).OrderByDescending(l => l.Level).ToListAsync(ct))
        {
            planned += await OneByOne.Each(
                left => Overdue(level, today, left, ct),
                async id => (await scopes.Try<PlanReminder, PlannedReminder>(Name, new PlanReminder(id.Value, level.Level), log, ct))?.Id is not null,
                ct);
        }

        return planned;
    }

    /// <summary>What could not be planned in this run is overdue still, and comes first.</summary>
    private Task<List<InvoiceId>> Overdue(ReminderLevel level, DateOnly today, int left, CancellationToken ct) => db.Invoices
        .OverdueOn(today.AddDays(1 - level.DaysAfterDue))
        .Where(i => !db.Reminders.Any(r => r.InvoiceId == i.Id && r.Level >= level.Level))
        // As BillingContactOf finds it: that of the survivor, else of one that was merged into it.
        .Where(i => db.CustomerCopies.Where(m => m.Id == i.CustomerId).Select(m => m.SurvivorId ?? m.Id).Any(survivor => db.BillingContacts.Any(c => c.CustomerId == survivor)
            ? db.BillingContacts.Any(c => c.CustomerId == survivor && !c.RemindersStopped)
            : db.CustomerCopies.Any(m => m.SurvivorId == survivor && db.BillingContacts.Any(c => c.CustomerId == m.Id && !c.RemindersStopped))))
        .OrderBy(i => i.Id).Select(i => i.Id).Skip(left).Take(AtOnce).ToListAsync(ct);
}
