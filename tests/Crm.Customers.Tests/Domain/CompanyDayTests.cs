using Crm.Customers.Application;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class CompanyDayTests
{
    [Theory]
    [InlineData("Atlantic/Azores", "2026-10-25", "2026-10-25T00:00Z")] // midnight comes twice
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00Z")] // there is no midnight
    [InlineData("Asia/Shanghai", "2026-03-02", "2026-03-01T16:00Z")]
    public void A_day_begins_at_the_first_midnight_or_where_the_clock_skips_it(string zone, string day, string expected) =>
        CompanyDay.Begin(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone))
            .ShouldBe(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
}
