using System.Globalization;
using Crm.BuildingBlocks;
using Quartz;
using Quartz.Extensibility;

namespace Crm.Host.Jobs;

internal enum JobOutcome
{
    [Label("Succeeded", "成功")]
    Succeeded,
    [Label("Failed", "失败")]
    Failed,
    [Label("Cancelled", "已取消")]
    Cancelled,
    [Label("Nothing to do", "无需执行")]
    Skipped,
}

/// <param name="StartedAt">When it began.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Summary">What was done, in the job's own words.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="WasAskedFor">Started by an administrator instead of the clock.</param>
/// <param name="Host">The process that ran it.</param>
internal sealed record JobRunView(DateTimeOffset StartedAt, double DurationMs, JobOutcome Outcome, string? Summary, string? Error, bool WasAskedFor, string Host);

/// <param name="Items">Latest first.</param>
/// <param name="NextCursor">Absent on the last page.</param>
internal sealed record JobRunPage(IReadOnlyList<JobRunView> Items, string? NextCursor);

/// <summary>What became of the runs.</summary>
internal sealed class JobRuns(JobSchedule schedule, IExecutionHistoryStore history)
{
    private static readonly Phrase BadCursor = new("Use the nextCursor of the page before.", "请使用上一页返回的 nextCursor。");

    /// <summary>The latest run of each job that ever ran.</summary>
    public async Task<IReadOnlyList<JobRunStatus>> Statuses(CancellationToken ct)
    {
        await schedule.Open(ct);
        var statuses = new List<JobRunStatus>();
        PagedResult<JobRunStatus> page;
        do
        {
            page = await history.QueryJobRunStatuses(new JobRunStatusQuery { SchedulerName = JobStore.SchedulerName, Skip = statuses.Count, Take = 500 }, ct);
            statuses.AddRange(page.Items);
        }
        while (page.HasMore);

        return statuses;
    }

    public async Task<JobRunPage> Of(JobKey job, int limit, string? cursor, CancellationToken ct)
    {
        await schedule.Open(ct);
        var query = new ExecutionHistoryQuery { SchedulerName = JobStore.SchedulerName, Job = job, FiredBefore = Before(cursor), Take = limit };
        var page = await history.QueryExecutions(query, ct);
        return new JobRunPage(
            [.. page.Items.Select(View)],
            page.HasMore ? page.Items[^1].FiredAtUtc.UtcTicks.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Whether this trigger has fired.</summary>
    public async Task<bool> Has(TriggerKey trigger, CancellationToken ct)
    {
        await schedule.Open(ct);
        return (await history.QueryExecutions(new ExecutionHistoryQuery { SchedulerName = JobStore.SchedulerName, Trigger = trigger, Take = 1 }, ct)).Items.Count > 0;
    }

    public static JobOutcome OutcomeOf(JobRunResult result) => result switch
    {
        JobRunResult.Succeeded => JobOutcome.Succeeded,
        JobRunResult.Cancelled => JobOutcome.Cancelled,
        JobRunResult.Skipped => JobOutcome.Skipped,
        _ => JobOutcome.Failed,
    };

    private static JobRunView View(ExecutionHistoryEntry run) => new(
        run.FiredAtUtc, run.Duration.TotalMilliseconds, OutcomeOf(run.EffectiveResult), run.Summary, run.ExceptionMessage, run.Manual, run.SchedulerInstanceId);

    private static DateTimeOffset? Before(string? cursor)
    {
        if (cursor is null) return null;
        return long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw new InvalidInput("cursor", BadCursor);
    }
}
