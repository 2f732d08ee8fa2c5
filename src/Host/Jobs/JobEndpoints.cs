using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Host.Admin;
using Crm.Host.Platform.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Quartz;

namespace Crm.Host.Jobs;

/// <summary>The calendar work of all modules: what runs when, how it went, and the orders an administrator may give.</summary>
internal static class JobEndpoints
{
    private const int MostRuns = 500;
    private static readonly Phrase BadLimit = new("Between 1 and {0}.", "应在 1 到 {0} 之间。");

    public static void Map(IEndpointRouteBuilder admin)
    {
        var jobs = admin.MapGroup("/jobs").WithTags("Jobs");
        jobs.MapGet("/", List).Requires(OperatorPermissions.ReadJobs);
        jobs.MapGet("/{module}/{name}", Get).Requires(OperatorPermissions.ReadJobs);
        jobs.MapGet("/{module}/{name}/runs", Runs).Requires(OperatorPermissions.ReadJobs);
        jobs.MapPost("/{module}/{name}/run", Run).Requires(OperatorPermissions.ManageJobs);
        jobs.MapPost("/{module}/{name}/pause", Pause).Requires(OperatorPermissions.ManageJobs);
        jobs.MapPost("/{module}/{name}/resume", Resume).Requires(OperatorPermissions.ManageJobs);
    }

    private static async Task<Ok<JobList>> List(JobDesk desk, CancellationToken ct) => TypedResults.Ok(new JobList(await desk.All(ct)));

    private static async Task<Ok<JobView>> Get(string module, string name, JobDesk desk, CancellationToken ct) =>
        TypedResults.Ok(await desk.One(module, name, ct));

    private static async Task<Ok<JobRunPage>> Runs(string module, string name, JobDesk desk, JobRuns runs, CancellationToken ct, int limit = 50, string? cursor = null)
    {
        if (limit is < 1 or > MostRuns) throw new InvalidInput("limit", BadLimit, MostRuns);
        return TypedResults.Ok(await runs.Of(desk.Find(module, name), limit, cursor, ct));
    }

    private static async Task<Accepted<JobView>> Run(string module, string name, JobDesk desk, CancellationToken ct)
    {
        await desk.Order("RunJob", module, name, (scheduler, job, order) => desk.RunOnce(scheduler, job, order, ct), ct);
        return TypedResults.Accepted($"/admin/v1/jobs/{module}/{name}/runs", await desk.One(module, name, ct));
    }

    private static async Task<Ok<JobView>> Pause(string module, string name, JobDesk desk, CancellationToken ct)
    {
        await desk.Order("PauseJob", module, name, async (scheduler, job, _) => await scheduler.PauseJob(job, ct), ct);
        return TypedResults.Ok(await desk.One(module, name, ct));
    }

    private static async Task<Ok<JobView>> Resume(string module, string name, JobDesk desk, CancellationToken ct)
    {
        await desk.Order("ResumeJob", module, name, async (scheduler, job, _) => await scheduler.ResumeJob(job, ct), ct);
        return TypedResults.Ok(await desk.One(module, name, ct));
    }
}

/// <param name="Items">By module and name.</param>
internal sealed record JobList(IReadOnlyList<JobView> Items);

/// <param name="Module">Whose work it is.</param>
/// <param name="Name">Name within the module.</param>
/// <param name="Cron">When it runs, in UTC: second, minute, hour, day of month, month, day of week.</param>
/// <param name="NextRunAt">Absent while the job is paused.</param>
/// <param name="LastRunAt">Absent before the first run.</param>
/// <param name="LastOutcome">How the last run ended.</param>
/// <param name="LastSummary">What the last run did, in its own words.</param>
/// <param name="LastError">Why it last failed, if its last run failed.</param>
/// <param name="FailuresInARow">Runs that failed since the last that succeeded.</param>
/// <param name="IsPaused">Whether an administrator stopped it.</param>
internal sealed record JobView(
    string Module, string Name, string Cron, DateTimeOffset? NextRunAt, DateTimeOffset? LastRunAt, JobOutcome? LastOutcome, string? LastSummary,
    string? LastError, int FailuresInARow, bool IsPaused);

/// <summary>What an administrator sees and orders.</summary>
internal sealed class JobDesk(ModuleCatalog catalog, JobSchedule schedule, JobRuns runs, PlatformDbContext db, KeyedWork work)
{
    private const int Most = 1000;

    public JobKey Find(string module, string name) => catalog.Find(module)?.Jobs.Find(j => j.Name == name) is { } job
        ? new JobKey(job.Name, module)
        : throw new ResourceNotFound("job", $"{module}/{name}");

    public async Task<IReadOnlyList<JobView>> All(CancellationToken ct)
    {
        var scheduler = await schedule.Open(ct);
        var triggers = (await scheduler.QueryTriggers(new TriggerQuery { Take = Most }, ct)).Items
            .Where(t => t.Key.Name == t.JobKey.Name && t.Key.Group == t.JobKey.Group).ToDictionary(t => t.JobKey);
        var last = (await runs.Statuses(ct)).ToDictionary(s => s.Job);
        return [..
            from module in catalog.Descriptions
            from job in module.Jobs.OrderBy(j => j.Name, StringComparer.Ordinal)
            let key = new JobKey(job.Name, module.Name)
            select View(module.Name, job, triggers.GetValueOrDefault(key), last.GetValueOrDefault(key))];
    }

    public async Task<JobView> One(string module, string name, CancellationToken ct)
    {
        Find(module, name);
        return (await All(ct)).Single(j => j.Module == module && j.Name == name);
    }

    /// <summary>
    /// Gives an order to the schedule after it was written down who gave it. It is given with every request, also with one whose key is
    /// known, so that an order that was written down and never given is made good by the same request.
    /// </summary>
    /// <param name="order">Gets the id of the order, which a repeated request has in common with the first. Giving it twice must do no harm.</param>
    public async Task Order(string action, string module, string name, Func<IScheduler, JobKey, Guid, Task> order, CancellationToken ct)
    {
        var job = Find(module, name);
        var scheduler = await schedule.Open(ct);
        var id = await work.Run(
            db,
            _ =>
            {
                db.AddAuditEntry(action, "job", recordId: null, new { module, name });
                return Task.FromResult(Guid.CreateVersion7());
            },
            ct);
        // Behind the commit: the schedule lies in the same file on SQLite, and that has one writer.
        await order(scheduler, job, id);
    }

    /// <summary>Lets the job run now, unless this order is waiting already or was carried out.</summary>
    public async Task RunOnce(IScheduler scheduler, JobKey job, Guid order, CancellationToken ct)
    {
        var trigger = new TriggerKey(order.ToString(), job.ToString());
        if (await scheduler.GetTrigger(trigger, ct) is not null || await runs.Has(trigger, ct)) return;
        var now = TriggerBuilder.Create().WithIdentity(trigger).ForJob(job).StartNow().UsingJobData(SchedulerConstants.ManualTrigger, "true").Build();
        await scheduler.ScheduleJob(now, cancellationToken: ct);
    }

    private static JobView View(string module, JobDescription job, TriggerHeader? trigger, Quartz.JobRunStatus? last)
    {
        var isPaused = trigger?.State is TriggerState.Paused;
        return new JobView(
            module, job.Name, job.Cron, isPaused ? null : trigger?.NextFireTimeUtc, last?.LastFiredAtUtc,
            last is null ? null : JobRuns.OutcomeOf(last.LastResult), last?.LastSummary,
            last?.LastResult == JobRunResult.Failed ? last.LastFailureMessage : null, last?.ConsecutiveFailures ?? 0, isPaused);
    }
}
