using System.Globalization;
using Crm.BuildingBlocks;
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
    SalesOrdersDbContext db, IServiceScopeFactory scopes, MailSending sending, TimeProvider time, ILogger<SendReminders> log) : IScheduledJob
{
    public const string Name = "send-reminders";

    private const int AtOnce = 500;

    public async Task<string> Run(CancellationToken ct)
    {
        var planned = await Plan(ct);
        var now = time.GetUtcNow();
        var lost = await Ids(db.Reminders.Where(r => r.State == MailState.Sending && r.StartedAt <= now - SingleMail.LongestTry), ct);
        foreach (var id in lost) await scopes.Try<SettleReminder, SettledReminder>(Name, new SettleReminder(id, 0, MailState.Uncertain), log, ct);
        var due = await Ids(db.Reminders.Where(r => (r.State == MailState.Planned || r.State == MailState.NotTaken) && r.NextTryAt <= now), ct);
        var taken = 0;
        foreach (var id in due)
        {
            if (await Sent(id, ct)) taken++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{planned} reminders planned, {taken} of {due.Count} mails taken, {lost.Count} cut off");
    }

    private async Task<int> Plan(CancellationToken ct)
    {
        // Its day must be over everywhere on earth.
        var today = BusinessDay.LastOnEarth(time);
        var planned = 0;
        foreach (var level in await db.ReminderLevels.AsNoTracking().Where(l => l.IsActive).OrderByDescending(l => l.Level).ToListAsync(ct))
        {
            var left = 0;
            while (await Overdue(level, today, left, ct) is { Count: > 0 } invoices)
            {
                foreach (var id in invoices)
                {
                    var reminder = await scopes.Try<PlanReminder, PlannedReminder>(Name, new PlanReminder(id.Value, level.Level), log, ct);
                    if (reminder?.Id is null) left++;
                    else planned++;
                }
            }
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

    private static async Task<List<Guid>> Ids(IQueryable<Reminder> reminders, CancellationToken ct) =>
        (await reminders.OrderBy(r => r.PlannedAt).Select(r => r.Id).Take(AtOnce).ToListAsync(ct)).ConvertAll(id => id.Value);

    private async Task<bool> Sent(Guid id, CancellationToken ct)
    {
        // Once a mail may be on its way its outcome is written down, whether or not the host is stopping.
        var begun = await scopes.Try<BeginReminder, BegunReminder>(Name, new BeginReminder(id), log, CancellationToken.None);
        if (begun?.Mail is not { } mail) return false;
        var (outcome, reason) = await sending.Try(mail, ct);
        var settled = await scopes.Try<SettleReminder, SettledReminder>(Name, new SettleReminder(id, begun.Attempt, outcome, reason), log, CancellationToken.None);
        return settled?.State == MailState.Taken;
    }
}
