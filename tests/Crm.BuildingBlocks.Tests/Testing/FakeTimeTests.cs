using Crm.Testing;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Testing;

public sealed class FakeTimeTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public void Timers_fire_in_order_and_see_the_time_they_were_due_at()
    {
        var start = _time.GetUtcNow();
        var fired = new List<(string Name, TimeSpan After)>();
        using var late = _time.CreateTimer(_ => fired.Add(("late", _time.GetUtcNow() - start)), null, TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);
        using var often = _time.CreateTimer(_ => fired.Add(("often", _time.GetUtcNow() - start)), null, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2));

        _time.Advance(TimeSpan.FromMinutes(6));

        fired.ShouldBe(
        [
            ("often", TimeSpan.FromMinutes(2)), ("often", TimeSpan.FromMinutes(4)), ("late", TimeSpan.FromMinutes(5)), ("often", TimeSpan.FromMinutes(6)),
        ]);
        _time.GetElapsedTime(start.Ticks).ShouldBe(TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_has_come_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromHours(1), _time);

        _time.Advance(TimeSpan.FromMinutes(59));
        delay.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromMinutes(1));

        await delay;
    }

    [Fact]
    public void A_disposed_timer_does_not_fire()
    {
        var fired = 0;
        _time.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)).Dispose();

        _time.Advance(TimeSpan.FromMinutes(1));

        fired.ShouldBe(0);
    }
}
