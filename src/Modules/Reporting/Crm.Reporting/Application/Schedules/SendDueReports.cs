using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Plans the slots that are due, sends what is to be sent, and settles what was cut off. Safe to run twice at a time.</summary>
internal sealed partial class SendDueReports(
    ReportingDbContext db, IServiceScopeFactory scopes, ReportDeliveries deliveries, TimeProvider time, ILogger<SendDueReports> log) : IScheduledJob
{
    public const string Name = "reporting.send-due-reports";

    private const int MostAtOnce = 500;

    public async Task<string> Run(CancellationToken ct)
    {
        var planned = await Plan(ct);
        var lost = await CutOff(ct);
        foreach (var id in lost) await deliveries.GiveUp(id);
        var due = await Due(ct);
        var taken = 0;
        foreach (var id in due)
        {
            // What is left stays due; between two mails nothing is in doubt.
            if (ct.IsCancellationRequested) break;
            if (await Sent(id, ct)) taken++;
        }

        return $"{planned} slots planned, {taken} of {due.Count} mails taken, {lost.Count} cut off";
    }

    private async Task<bool> Sent(Guid id, CancellationToken ct)
    {
        try
        {
            return await deliveries.Send(id, ct) == MailState.Taken;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // It stays planned and is tried at the next run; the others need not wait for it.
            LogNotSent(log, failure, id);
            return false;
        }
    }

    private async Task<int> Plan(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var active = await db.Schedules.AsNoTracking().Where(s => s.IsActive)
            .Select(s => new { Schedule = s, Last = db.ScheduleRuns.Where(r => r.ScheduleId == s.Id && r.Kind == RunKind.Scheduled).Max(r => (DateTimeOffset?)r.Slot) })
            .ToListAsync(ct);
        var planned = 0;
        foreach (var (schedule, last) in active.Select(a => (a.Schedule, a.Last)))
        {
            var since = last > schedule.OwedSince ? last.Value : schedule.OwedSince;
            if (await Planned(schedule, since, now, ct)) planned++;
        }

        return planned;
    }

    private async Task<bool> Planned(ReportSchedule schedule, DateTimeOffset since, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            // Of several missed slots only the last one counts: nobody wants last week's report seven times.
            if (Slots.Of(schedule.Cron, schedule.TimeZone).LastBetween(since, now) is not { } slot) return false;
            await using var scope = scopes.CreateJobScope(Name);
            await scope.ServiceProvider.GetRequiredService<ICommandHandler<PlanRun, PlannedRun>>().Handle(new PlanRun(schedule.Id.Value, slot, RunKind.Scheduled), ct);
            return true;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // Such as a zone that this machine does not know. The slot stays owed; the other schedules need not wait for it.
            LogNotPlanned(log, failure, schedule.Id.Value);
            return false;
        }
    }

    private async Task<List<Guid>> CutOff(CancellationToken ct)
    {
        var before = time.GetUtcNow() - SingleMail.LongestTry;
        var lost = await db.Deliveries.Where(d => d.State == MailState.Sending && d.StartedAt <= before)
            .OrderBy(d => d.StartedAt).Select(d => d.Id).Take(MostAtOnce).ToListAsync(ct);
        return lost.ConvertAll(id => id.Value);
    }

    private async Task<List<Guid>> Due(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var due = await db.Deliveries
            .Where(d => (d.State == MailState.Planned || d.State == MailState.NotTaken) && d.NextTryAt <= now)
            .OrderBy(d => d.NextTryAt).Select(d => d.Id).Take(MostAtOnce).ToListAsync(ct);
        return due.ConvertAll(id => id.Value);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The next report of schedule {Schedule} could not be planned")]
    private static partial void LogNotPlanned(ILogger log, Exception failure, Guid schedule);

    [LoggerMessage(Level = LogLevel.Error, Message = "The report delivery {Delivery} could not be made")]
    private static partial void LogNotSent(ILogger log, Exception failure, Guid delivery);
}
