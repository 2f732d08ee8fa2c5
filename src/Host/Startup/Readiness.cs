using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Crm.Host.Startup;

/// <summary>
/// What the checks say, looked at once for everybody who asks within two seconds: anybody may ask, and looking counts messages in every
/// module.
/// </summary>
internal sealed class Readiness(HealthCheckService checks, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _looking = new(1);
    private volatile Look? _last;

    public async Task<HealthReport> Report(CancellationToken ct)
    {
        if (Recent() is { } known) return known;
        await _looking.WaitAsync(ct);
        try
        {
            if (Recent() is { } meanwhile) return meanwhile;
            var report = await checks.CheckHealthAsync(ct);
            _last = new Look(time.GetUtcNow(), report);
            return report;
        }
        finally
        {
            _looking.Release();
        }
    }

    public void Dispose() => _looking.Dispose();

    private HealthReport? Recent() => _last is { } last && time.GetUtcNow() - last.At < Fresh ? last.Report : null;

    private sealed record Look(DateTimeOffset At, HealthReport Report);
}
