using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>Degraded while anything is parked or the oldest to-do is older than a minute.</summary>
public sealed class MessagingHealth(MessageCounting counting, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan OldestAllowed = TimeSpan.FromMinutes(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var counts = await counting.Count(cancellationToken);
        var data = counts.ToDictionary(
            c => c.Consumer ?? $"{c.Module}.relay",
            object (c) => new { c.ToDo, c.Parked, OldestAgeSeconds = (int)c.OldestAge(now).TotalSeconds });
        return counts.Any(c => c.Parked > 0 || c.OldestAge(now) > OldestAllowed)
            ? HealthCheckResult.Degraded(data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
