using Crm.Host.Platform.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Crm.Host.Startup;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseHealth(PlatformDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
