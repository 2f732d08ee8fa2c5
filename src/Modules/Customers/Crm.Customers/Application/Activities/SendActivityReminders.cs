using System.Globalization;
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
    CustomersDbContext db, IServiceScopeFactory scopes, SingleMails mails, TimeProvider time, ILogger<SendActivityReminders> log) : IScheduledJob
{
    public const string Name = "send-activity-reminders";

    private const int AtOnce = 200;

    public async Task<string> Run(CancellationToken ct)
    {
        var planned = await Plan(ct);
        var sent = await mails.Send(
            Name, db.Set<ActivityReminder>(), r => r.Id.Value, id => new BeginActivityReminder(id),
            (id, ended) => new SettleActivityReminder(id, ended.Attempt, ended.Outcome, ended.Reason), log, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{planned} reminders planned, {sent}");
    }

    /// <summary>What was planned at too short notice, or while no host was running, is reminded of as long as it is not over.</summary>
    private Task<int> Plan(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        // People leave behind what they planned and never closed: nobody looks at all of it every minute.
        var (oldest, begun) = (now - Activity.Longest - Activity.EarliestReminder - Activity.LeastTime, now - Activity.LeastTime);
        var due = db.Set<Activity>().AsNoTracking()
            .Where(a => a.Status == ActivityStatus.Planned && a.RemindAt <= now && a.RemindAt >= oldest && (a.EndsAt >= now || a.StartsAt >= begun)
                && (a.OwnerId != null || a.Participants.Any(p => p.UserId != null))
                && !db.Set<ActivityReminder>().Any(r => r.ActivityId == a.Id && r.Sequence == a.Sequence))
            .OrderBy(a => a.RemindAt).ThenBy(a => a.Id).Select(a => a.Id);
        return OneByOne.Each(
            left => due.Skip(left).Take(AtOnce).ToListAsync(ct),
            async id => await scopes.Try<PlanActivityReminders, PlannedActivityReminders>(Name, new PlanActivityReminders(id.Value), log, ct) is { Planned: > 0 },
            ct);
    }
}
