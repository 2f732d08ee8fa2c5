using Crm.Host.Startup;
using Crm.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shouldly;
using Xunit;

namespace Crm.Host.Tests.Platform;

public sealed class ReadinessTests
{
    [Fact]
    public async Task However_many_ask_the_checks_look_once_in_two_seconds()
    {
        var (checks, time) = (new Checks(), new FakeTime());
        using var readiness = new Readiness(checks, time);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => readiness.Report(CancellationToken.None))));
        checks.Looks.ShouldBe(1);

        time.Advance(TimeSpan.FromSeconds(2));
        await readiness.Report(CancellationToken.None);
        checks.Looks.ShouldBe(2);
    }

    private sealed class Checks : HealthCheckService
    {
        private int _looks;

        public int Looks => _looks;

        public override async Task<HealthReport> CheckHealthAsync(Func<HealthCheckRegistration, bool>? predicate, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _looks);
            await Task.Yield();
            return new HealthReport(new Dictionary<string, HealthReportEntry>(), TimeSpan.Zero);
        }
    }
}
