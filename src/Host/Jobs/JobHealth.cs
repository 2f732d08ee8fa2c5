using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Quartz;
using Quartz.Extensibility;

namespace Crm.Host.Jobs;

/// <summary>Degraded while jobs cannot start, or when one has failed several times in a row.</summary>
internal sealed class JobHealth(JobState state, JobRuns runs, IOptions<JobOptions> options) : IHealthCheck
{
    private const int FailuresInARow = 3;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!options.Value.Enabled) return HealthCheckResult.Healthy("Switched off on this host.");
        if (!state.HasStarted) return HealthCheckResult.Degraded("Not started yet.");
        var failing = (await runs.Statuses(cancellationToken)).Count(s => s.ConsecutiveFailures >= FailuresInARow);
        return failing == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{failing} jobs fail again and again.");
    }
}
