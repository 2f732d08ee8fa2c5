using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Customers.Application.Activities;

/// <summary>Reminds people of what they have planned: plans the mails that are due, sends what is planned and settles what was cut off. Safe to run twice at a time.</summary>
internal sealed class SendActivityReminders(
    CustomersDbContext db, IServiceScopeFactory scopes, MailSending sending, TimeProvider time, ILogger<SendActivityReminders> log) : IScheduledJob
{
    public const string Name = "send-activity-reminders";

    private const int AtOnce = 200;

    public async Task<string> Run(CancellationToken ct)
    {
        var planned = await Plan(ct);
        var now = time.GetUtcNow();
        var reminders = db.Set<ActivityReminder>().AsNoTracking();
        var lost = await Ids(reminders.Where(r => r.State == MailState.Sending && r.StartedAt <= now - SingleMail.LongestTry), ct);
        foreach (var id in lost) await scopes.Try<SettleActivityReminder, SettledActivityReminder>(Name, new SettleActivityReminder(id, 0, MailState.Uncertain), log, ct);
        var due = await Ids(reminders.Where(r => (r.State == MailState.Planned || r.State == MailState.NotTaken) && r.NextTryAt <= now), ct);
        var taken = 0;
        foreach (var id in due)
        {
            if (await Sent(id, ct)) taken++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{planned} reminders planned, {taken} of {due.Count} mails taken, {lost.Count} cut off");
    }

    /// <summary>What was planned at too short notice, or while no host was running, is reminded of as long as it is not over.</summary>
    private async Task<int> Plan(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        // People leave behind what they planned and never closed: nobody looks at all of it every minute.
        var (oldest, begun) = (now - Activity.Longest - Activity.EarliestReminder - Activity.LeastTime, now - Activity.LeastTime);
        var due = await db.Set<Activity>().AsNoTracking()
            .Where(a => a.Status == ActivityStatus.Planned && a.RemindAt <= now && a.RemindAt >= oldest && (a.EndsAt >= now || a.StartsAt >= begun)
                && (a.OwnerId != null || a.Participants.Any(p => p.UserId != null))
                && !db.Set<ActivityReminder>().Any(r => r.ActivityId == a.Id && r.Sequence == a.Sequence))
            .OrderBy(a => a.RemindAt).ThenBy(a => a.Id).Select(a => a.Id).Take(AtOnce).ToListAsync(ct);
        var planned = 0;
        foreach (var id in due)
            planned += (await scopes.Try<PlanActivityReminders, PlannedActivityReminders>(Name, new PlanActivityReminders(id.Value), log, ct))?.Planned ?? 0;
        return planned;
    }

    private static async Task<List<Guid>> Ids(IQueryable<ActivityReminder> reminders, CancellationToken ct) =>
        (await reminders.OrderBy(r => r.StartsAt).ThenBy(r => r.Id).Select(r => r.Id).Take(AtOnce).ToListAsync(ct)).ConvertAll(id => id.Value);

    private async Task<bool> Sent(Guid id, CancellationToken ct)
    {
        // Once a mail may be on its way its outcome is written down, whether or not the host is stopping.
        var begun = await scopes.Try<BeginActivityReminder, BegunActivityReminder>(Name, new BeginActivityReminder(id), log, CancellationToken.None);
        if (begun?.Mail is not { } mail) return false;
        var (outcome, reason) = await sending.Try(mail, ct);
        var settled = await scopes.Try<SettleActivityReminder, SettledActivityReminder>(
            Name, new SettleActivityReminder(id, begun.Attempt, outcome, reason), log, CancellationToken.None);
        return settled?.State == MailState.Taken;
    }
}
