using Crm.BuildingBlocks.Hosting.Api.Lists;
using Shouldly;
using Xunit;

namespace Crm.BuildingBlocks.Tests.Api.Lists;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("today", "2026-03-01", "2026-03-02")]
    [InlineData("yesterday", "2026-02-28", "2026-03-01")]
    [InlineData("thisWeek", "2026-02-23", "2026-03-02")]
    [InlineData("lastWeek", "2026-02-16", "2026-02-23")]
    [InlineData("thisMonth", "2026-03-01", "2026-04-01")]
    [InlineData("lastMonth", "2026-02-01", "2026-03-01")]
    [InlineData("thisQuarter", "2026-01-01", "2026-04-01")]
    [InlineData("lastQuarter", "2025-10-01", "2026-01-01")]
    [InlineData("thisYear", "2026-01-01", "2027-01-01")]
    [InlineData("lastYear", "2025-01-01", "2026-01-01")]
    public void A_period_has_its_days_seen_from_a_Sunday(string name, string from, string until) =>
        Periods.Named(name, new DateOnly(2026, 3, 1)).ShouldBe(new DayRange(DateOnly.Parse(from), DateOnly.Parse(until)));

    [Fact]
    public void Counted_days_include_today()
    {
        var today = new DateOnly(2026, 3, 1);
        Periods.InDays("lastDays", "7", today).ShouldBe(new DayRange(new(2026, 2, 23), new(2026, 3, 2)));
        Periods.InDays("nextDays", "1", today).ShouldBe(new DayRange(today, new(2026, 3, 2)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("Asia/Shanghai", "2026-07-01", "2026-06-30T16:00:00Z")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z")] // clocks went from 00:00 to 01:00
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00:00Z")] // clocks went from 01:00 back to 00:00
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z")] // a day that was skipped
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z")]
    public void A_day_begins_at_its_first_moment_also_when_clocks_change(string zone, string day, string start) =>
        LocalDays.In(zone).StartOf(DateOnly.Parse(day)).ShouldBe(DateTimeOffset.Parse(start));

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("Europe/Berlin", "2026-10-26", 24)]
    public void A_day_has_as_many_hours_as_its_clocks_show(string zone, string day, int hours)
    {
        var date = DateOnly.Parse(day);
        var days = LocalDays.In(zone);
        (days.StartOf(date.AddDays(1)) - days.StartOf(date)).TotalHours.ShouldBe(hours);
    }

    [Fact]
    public void An_unknown_zone_is_refused_by_name() =>
        Should.Throw<InvalidInput>(() => LocalDays.In("Mars/Olympus")).Message.ShouldContain("Mars/Olympus");
}
