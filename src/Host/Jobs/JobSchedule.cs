using Microsoft.Extensions.Options;
using Quartz;

namespace Crm.Host.Jobs;

/// <summary>
/// The way to the schedule in the database. It is opened when it is first wanted and never waited for longer than set: a database that is
/// away must neither hold up the start of the host nor a request.
/// </summary>
internal sealed class JobSchedule(ISchedulerFactory factory, ScheduleSync sync, IOptions<JobOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private Task<IScheduler>? _opening;

    /// <summary>Whether the schedule was reached at all so far.</summary>
    public bool IsOpen => _opening is { IsCompletedSuccessfully: true };

    /// <exception cref="TimeoutException">It takes longer than the setting allows; the attempt goes on.</exception>
    public Task<IScheduler> Open(CancellationToken ct) => Opening().WaitAsync(options.Value.Patience, time, ct);

    public async Task Stop(CancellationToken ct)
    {
        if (IsOpen) await (await Opening()).Shutdown(waitForJobsToComplete: true, ct);
    }

    private Task<IScheduler> Opening()
    {
        lock (_gate)
        {
            if (_opening is null or { IsFaulted: true } or { IsCanceled: true }) _opening = Task.Run(OpenNow);
            return _opening;
        }
    }

    private async Task<IScheduler> OpenNow()
    {
        var scheduler = await factory.GetScheduler();
        await sync.Run(scheduler, CancellationToken.None);
        return scheduler;
    }
}
