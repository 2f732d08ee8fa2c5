using Microsoft.Extensions.Options;

namespace Crm.Host.Jobs;

/// <summary>Starts the jobs as soon as the database lets it, while the host already answers, and lets running jobs end when the host stops.</summary>
internal sealed partial class JobLoop(JobSchedule schedule, JobState state, IOptions<JobOptions> options, TimeProvider time, ILogger<JobLoop> log) : BackgroundService
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await (await schedule.Open(stoppingToken)).Start(stoppingToken);
                state.HasStarted = true;
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogNotStarted(failure, BetweenAttempts.TotalSeconds);
                await Task.Delay(BetweenAttempts, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await schedule.Stop(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Jobs could not be started; trying again in {Seconds} s.")]
    private partial void LogNotStarted(Exception failure, double seconds);
}

/// <summary>Whether the jobs of this host run.</summary>
internal sealed class JobState
{
    public bool HasStarted { get; set; }
}
