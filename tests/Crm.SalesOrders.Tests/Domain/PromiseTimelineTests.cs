using Crm.SalesOrders.Domain.Warehousing;
using Shouldly;
using Xunit;
using static Crm.SalesOrders.Tests.Domain.Sold;

namespace Crm.SalesOrders.Tests.Domain;

public sealed class PromiseTimelineTests
{
    [Fact]
    public void What_is_available_can_be_had_today_and_what_comes_in_from_its_day_on()
    {
        var timeline = new PromiseTimeline(5, 0, [new(Today.AddDays(9), 20), new(Today.AddDays(3), 7), new(Today.AddDays(9), 1)], Today);

        timeline.Steps.ShouldBe([new(Today, 5), new(Today.AddDays(3), 12), new(Today.AddDays(9), 33)]);
        (timeline.From(5), timeline.From(6), timeline.From(33), timeline.From(34)).ShouldBe((Today, Today.AddDays(3), Today.AddDays(9), null));
    }

    [Fact]
    public void Orders_that_wait_have_the_first_claim_on_what_comes_in()
    {
        var timeline = new PromiseTimeline(2, 10, [new(Today.AddDays(3), 7), new(Today.AddDays(9), 5)], Today);

        timeline.Steps.ShouldBe([new(Today, 2), new(Today.AddDays(9), 4)]);
    }

    [Fact]
    public void What_is_overdue_is_expected_tomorrow_at_the_earliest() =>
        new PromiseTimeline(0, 0, [new(Today.AddDays(-30), 7)], Today).From(1).ShouldBe(Today.AddDays(1));
}
