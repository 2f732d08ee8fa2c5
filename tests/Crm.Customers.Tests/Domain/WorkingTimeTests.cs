using Crm.Customers.Domain.Cases;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class WorkingTimeTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-03-02T08:00Z", 60, "2026-03-02T09:00Z")] // Monday, nine o'clock in Berlin
    [InlineData("2026-03-02T05:00Z", 60, "2026-03-02T09:00Z")] // before work
    [InlineData("2026-03-02T15:30Z", 60, "2026-03-03T08:30Z")] // over night
    [InlineData("2026-03-06T15:30Z", 60, "2026-03-09T08:30Z")] // over the weekend
    [InlineData("2026-03-27T15:30Z", 60, "2026-03-30T07:30Z")] // over the weekend on which clocks go forward
    [InlineData("2026-12-24T15:30Z", 60, "2026-12-28T08:30Z")] // over a holiday and the weekend
    [InlineData("2026-03-02T08:00Z", 2400, "2026-03-06T16:00Z")] // a week
    public void Deadlines_are_counted_in_the_hours_in_which_people_work(string from, int minutes, string expected)
    {
        var hours = new WorkingTime(Berlin, [.. Enumerable.Range(1, 5).Select(day => new WorkingSpan((DayOfWeek)day, 9 * 60, 17 * 60))], [new DateOnly(2026, 12, 25)]);

        var deadline = hours.After(At(from), TimeSpan.FromMinutes(minutes));

        deadline.ShouldBe(At(expected));
        hours.Between(At(from), deadline).ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(20260329)]
    public void What_was_counted_to_a_deadline_is_found_between_the_two_wherever_one_stops_on_the_way(int seed)
    {
        var random = new Random(seed);
        foreach (var zone in new[] { "Europe/Berlin", "Asia/Shanghai", "America/St_Johns", "Australia/Lord_Howe", "UTC" }.Select(TimeZoneInfo.FindSystemTimeZoneById))
        {
            var hours = new WorkingTime(
                zone, [new WorkingSpan(DayOfWeek.Sunday, 0, 300), new WorkingSpan(DayOfWeek.Sunday, 400, 1440), new WorkingSpan(DayOfWeek.Wednesday, 600, 700)], [new DateOnly(2026, 7, 5)]);
            for (var i = 0; i < 40; i++)
            {
                var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(500_000));
                var working = TimeSpan.FromMinutes(random.Next(1, 6000));
                var deadline = hours.After(from, working);
                var stop = from + ((deadline - from) * random.NextDouble());
                var before = hours.Between(from, stop);

                hours.Between(from, deadline).ShouldBe(working, $"{zone.Id} {from:O}");
                hours.After(stop, working - before).ShouldBe(deadline, $"{zone.Id} {from:O}");
                hours.Between(deadline, from).ShouldBe(TimeSpan.Zero);
            }
        }
    }

    [Fact]
    public void An_hour_that_the_clock_shows_twice_is_counted_once()
    {
        var hours = new WorkingTime(Berlin, [new WorkingSpan(DayOfWeek.Sunday, 60, 150), new WorkingSpan(DayOfWeek.Sunday, 150, 240)], []);

        hours.Between(At("2026-10-24T12:00Z"), At("2026-10-25T12:00Z")).ShouldBe(TimeSpan.FromHours(4), "From one to four, an hour of it twice.");
    }

    [Fact]
    public void Who_promises_longer_is_never_due_earlier()
    {
        var hours = WorkingTime.Usual(TimeZoneInfo.Utc);
        var from = At("2026-03-02T09:00Z");
        var weeks = new[] { 1, 52, 150, 200, 1000, 2000 };

        var deadlines = weeks.Select(w => hours.After(from, TimeSpan.FromHours(40 * w))).ToList();

        deadlines.ShouldBeInOrder();
        deadlines[3].ShouldBe(from.AddDays((200 * 7) - 3).AddHours(8));
        hours.Between(from, deadlines[3]).ShouldBe(TimeSpan.FromHours(8000));
    }

    [Fact]
    public void Where_nobody_ever_works_time_itself_is_counted() =>
        new WorkingTime(TimeZoneInfo.Utc, [], []).After(At("2026-03-02T08:00Z"), TimeSpan.FromHours(1)).ShouldBe(At("2026-03-02T09:00Z"));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
