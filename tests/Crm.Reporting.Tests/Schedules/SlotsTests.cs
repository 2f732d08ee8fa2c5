using System.Globalization;
using Crm.Reporting.Application.Schedules;
using Shouldly;
using Xunit;

namespace Crm.Reporting.Tests.Schedules;

public sealed class SlotsTests
{
    private const string Berlin = "Europe/Berlin";

    [Fact]
    public void A_schedule_is_due_on_the_clock_of_its_zone()
    {
        var slots = Slots.Of("0 0 7 1 * ?", "Asia/Shanghai");

        slots.After(At("2026-01-15T00:00:00Z")).ShouldBe(At("2026-01-31T23:00:00Z"));
    }

    [Fact]
    public void A_time_that_the_clock_leaves_out_is_moved_forward()
    {
        var slots = Slots.Of("0 30 2 * * ?", Berlin);

        var slot = slots.After(At("2026-03-28T12:00:00Z"));

        slot.ShouldBe(At("2026-03-29T01:30:00Z"), "02:30 does not exist that night; half past three does");
        slots.After(slot!.Value).ShouldBe(At("2026-03-30T00:30:00Z"));
    }

    [Theory]
    [InlineData("2026-03-29T01:00:00Z")]
    [InlineData("2026-03-29T01:29:59Z")]
    public void A_time_moved_forward_is_not_forgotten_by_those_who_look_after_the_change(string moment) =>
        Slots.Of("0 30 2 * * ?", Berlin).After(At(moment)).ShouldBe(At("2026-03-29T01:30:00Z"));

    [Fact]
    public void A_time_that_comes_twice_is_due_once()
    {
        var slots = Slots.Of("0 30 2 * * ?", Berlin);

        var slot = slots.After(At("2026-10-24T12:00:00Z"));

        slot.ShouldBe(At("2026-10-25T00:30:00Z"), "the first of the two");
        slots.After(slot!.Value).ShouldBe(At("2026-10-26T01:30:00Z"));
    }

    [Fact]
    public void An_hourly_schedule_neither_stops_nor_hurries_when_clocks_change()
    {
        var slots = Slots.Of("0 30 * * * ?", Berlin);

        Following(slots, At("2026-03-28T23:59:00Z"), 3).ShouldBe([At("2026-03-29T00:30:00Z"), At("2026-03-29T01:30:00Z"), At("2026-03-29T02:30:00Z")]);
        Following(slots, At("2026-10-24T23:59:00Z"), 3).ShouldBe([At("2026-10-25T00:30:00Z"), At("2026-10-25T02:30:00Z"), At("2026-10-25T03:30:00Z")]);
    }

    [Fact]
    public void Of_many_missed_slots_the_last_one_is_found()
    {
        var slots = Slots.Of("0 0 7 * * ?", "UTC");

        slots.LastBetween(At("2024-01-01T00:00:00Z"), At("2026-03-05T06:59:59Z")).ShouldBe(At("2026-03-04T07:00:00Z"));
        slots.LastBetween(At("2026-03-04T07:00:00Z"), At("2026-03-05T06:59:59Z")).ShouldBeNull();
        Slots.Of("0 0 7 1 1 ?", "UTC").LastBetween(At("2024-01-02T00:00:00Z"), At("2026-03-05T00:00:00Z")).ShouldBe(At("2026-01-01T07:00:00Z"));
    }

    [Theory]
    [InlineData("0 0/5 * * * ?", true)]
    [InlineData("* * * * * ?", true)]
    [InlineData("0 0/10 * * * ?", false)]
    [InlineData("0 0 7 ? * MON-FRI", false)]
    public void Mails_come_at_least_ten_minutes_apart(string cron, bool areTooClose) =>
        Slots.Of(cron, "UTC").AreTooClose(At("2026-03-02T08:00:00Z")).ShouldBe(areTooClose);

    [Theory]
    [InlineData("every day", "UTC")]
    [InlineData("0 0 25 * * ?", "UTC")]
    [InlineData("0 0 7 * * ?", "Mars/Olympus")]
    public void What_means_no_time_is_refused(string cron, string zone) => Slots.TryRead(cron, zone, out _).ShouldBeFalse();

    [Fact]
    public void A_year_that_is_over_has_no_slot_any_more() => Slots.Of("0 0 7 1 1 ? 2020", "UTC").After(At("2026-01-01T00:00:00Z")).ShouldBeNull();

    private static List<DateTimeOffset> Following(Slots slots, DateTimeOffset moment, int count)
    {
        var found = new List<DateTimeOffset>();
        while (found.Count < count) found.Add(moment = slots.After(moment)!.Value);
        return found;
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
