using Crm.BuildingBlocks.Hosting.Modules;
using Quartz;

namespace Crm.Host.Jobs;

/// <summary>Makes the stored schedule follow the code: what is new is added, what has another time is moved, what is gone is removed.</summary>
internal sealed partial class ScheduleSync(ModuleCatalog catalog, ILogger<ScheduleSync> log)
{
    private const int Page = 500;

    public async Task Run(IScheduler scheduler, CancellationToken ct)
    {
        var wanted = catalog.Descriptions.SelectMany(m => m.Jobs.Select(j => (Key: new JobKey(j.Name, m.Name), j.Cron))).ToList();
        var stored = (await Stored(scheduler, ct)).ToDictionary(j => j.Key);
        foreach (var (key, cron) in wanted)
        {
            if (await IsCurrent(scheduler, key, cron, stored.GetValueOrDefault(key), ct)) continue;
            await Schedule(scheduler, key, cron, ct);
            LogScheduled(key.Group, key.Name, cron);
        }

        // Among them the jobs of modules that are switched off.
        foreach (var key in stored.Keys.Except(wanted.Select(w => w.Key)))
        {
            await scheduler.DeleteJob(key, ct);
            LogRemoved(key.Group, key.Name);
        }
    }

    private static async Task<List<JobHeader>> Stored(IScheduler scheduler, CancellationToken ct)
    {
        var jobs = new List<JobHeader>();
        PagedResult<JobHeader> page;
        do
        {
            page = await scheduler.QueryJobs(new JobQuery { Skip = jobs.Count, Take = Page }, ct);
            jobs.AddRange(page.Items);
        }
        while (page.HasMore);

        return jobs;
    }

    private static async Task<bool> IsCurrent(IScheduler scheduler, JobKey key, string cron, JobHeader? stored, CancellationToken ct)
    {
        if (stored is null || !stored.JobTypeName.StartsWith(typeof(ScheduledJobRun).FullName!, StringComparison.Ordinal)) return false;
        var trigger = Trigger(key);
        return await scheduler.GetTrigger(trigger, ct) is ICronTrigger known && known.CronExpressionString == cron
            && await scheduler.GetTriggerState(trigger, ct) != TriggerState.Error;
    }

    private static async Task Schedule(IScheduler scheduler, JobKey key, string cron, CancellationToken ct)
    {
        var wasPaused = await scheduler.GetTriggerState(Trigger(key), ct) == TriggerState.Paused;
        var job = JobBuilder.Create<ScheduledJobRun>().WithIdentity(key).StoreDurably().Build();
        var trigger = TriggerBuilder.Create().WithIdentity(Trigger(key)).ForJob(job)
            .WithSchedule(CronScheduleBuilder.Create(cron).InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
            .Build();
        // An administrator's pause outlives a change of the time.
        await scheduler.ScheduleJob(job, [trigger], ScheduleJobOptions.Replacing with { Paused = wasPaused }, ct);
    }

    private static TriggerKey Trigger(JobKey job) => new(job.Name, job.Group);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Module}.{Job} is scheduled: {Cron} (UTC)")]
    private partial void LogScheduled(string module, string job, string cron);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Module}.{Job} is no longer part of this installation and was taken from the schedule")]
    private partial void LogRemoved(string module, string job);
}
