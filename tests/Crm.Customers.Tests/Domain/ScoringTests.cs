using Crm.Customers.Application.Analysis;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Scoring;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class ScoringTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    public void Ten_different_customers_fall_into_fifths_of_two()
    {
        var scores = Rfm.Score([.. Enumerable.Range(1, 10).Select(i => new Buying(CustomerId.New(), Day.AddDays(i), i, 100m - i))]);

        scores.Select(s => s.Recency).ShouldBe([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
        scores.Select(s => s.Frequency).ShouldBe([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
        scores.Select(s => s.Monetary).ShouldBe([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
    }

    [Fact]
    public void Who_does_equally_well_has_the_same_score_that_of_the_middle_of_their_places()
    {
        int[] orders = [1, 1, 1, 1, 1, 1, 2, 2, 3, 9];

        var scores = Rfm.Score([.. orders.Select(o => new Buying(CustomerId.New(), Day, o, 0m))]);

        scores.Select(s => s.Frequency).ShouldBe([2, 2, 2, 2, 2, 2, 4, 4, 5, 5]);
        scores.Select(s => s.Recency).Distinct().ShouldBe([3]);
    }

    [Fact]
    public void Every_combination_of_scores_has_one_name_and_every_name_is_used()
    {
        var all = from r in Enumerable.Range(1, 5) from f in Enumerable.Range(1, 5) from m in Enumerable.Range(1, 5) select RfmSegments.Of(r, f, m);

        all.Distinct().ShouldBe(Enum.GetValues<RfmSegment>(), ignoreOrder: true);
        RfmSegments.Of(5, 5, 5).ShouldBe(RfmSegment.Champions);
        RfmSegments.Of(1, 5, 5).ShouldBe(RfmSegment.MustNotBeLost);
        RfmSegments.Of(5, 1, 1).ShouldBe(RfmSegment.New);
        RfmSegments.Of(1, 1, 1).ShouldBe(RfmSegment.Hibernating);
    }

    [Fact]
    public void Lifetime_value_is_what_was_earned_and_the_worth_of_what_is_to_come()
    {
        var value = new LifetimeValue(Historic: 500m, YearlyMargin: 110m, Retention: 0.8m, Discount: 0.1m);

        // The sum of 110 x 0.8^t / 1.1^t over all years t from 1, added up.
        var added = Enumerable.Range(1, 400).Sum(t => 110m * (decimal)Math.Pow(0.8 / 1.1, t));
        value.Expected.ShouldBe(added, 0.0001m);
        value.Total.ShouldBe(500m + value.Expected);
        (value with { YearlyMargin = -5m }).Expected.ShouldBe(0m);
    }

    [Theory]
    [InlineData("2010-07-01", "0-17")]
    [InlineData("2008-06-30", "18-24")]
    [InlineData("2008-07-01", "0-17")]
    [InlineData("1991-01-01", "35-44")]
    [InlineData("1961-06-30", "65+")]
    [InlineData("1961-07-01", "55-64")]
    [InlineData("2004-02-29", "18-24")]
    [InlineData("2027-01-01", null)]
    [InlineData(null, null)]
    public void Ages_are_completed_years_on_the_day(string? bornOn, string? band) => Dimensions.AgeBand(bornOn, Day).ShouldBe(band);
}
