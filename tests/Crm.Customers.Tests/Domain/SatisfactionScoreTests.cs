using Crm.Customers.Domain.Satisfaction;
using Shouldly;
using Xunit;

namespace Crm.Customers.Tests.Domain;

public sealed class SatisfactionScoreTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<SignalKind, int> Weights = new()
    {
        [SignalKind.Reviews] = 30,
        [SignalKind.Surveys] = 40,
        [SignalKind.CaseRatings] = 20,
        [SignalKind.CaseOutcomes] = 10,
    };

    [Fact]
    public void The_score_is_the_mean_of_what_is_known_by_weight_and_age()
    {
        Signal[] signals =
        [
            new(SignalKind.Reviews, 100, Now),
            new(SignalKind.Surveys, 0, Now.AddDays(-180)),
            new(SignalKind.Surveys, 50, Now.AddDays(1)),
        ];

        var score = SatisfactionScore.Of(signals, Weights, 180, Now);

        // 30 of 30 for the review, 40 halved for the survey; what is said tomorrow is not known today.
        score.Score.ShouldBe(60.0m);
        var surveys = score.Parts.Single(p => p.Kind == SignalKind.Surveys);
        (surveys.Count, surveys.Mean, surveys.EffectiveWeight, Math.Round(surveys.Share, 2)).ShouldBe((1, 0, 20, 0.4));
        SatisfactionScore.Of([], Weights, 180, Now).Score.ShouldBeNull();
        SatisfactionScore.Of([new(SignalKind.Reviews, 80, Now.AddYears(-2000))], Weights, 1, Now).Score.ShouldBeNull("It is too long ago to count.");
    }

    [Theory]
    [InlineData(true, true, 0, 100)]
    [InlineData(true, null, 1, 75)]
    [InlineData(true, false, 1, 25)]
    [InlineData(false, false, 0, 20)]
    [InlineData(false, true, 1, 0)]
    public void A_case_counts_by_what_became_of_it(bool isSolved, bool? inTime, int reopenings, double expected) =>
        SatisfactionScore.OfOutcome(isSolved, inTime, reopenings).ShouldBe(expected);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_said_the_score_lies_between_the_worst_and_the_best_of_it_and_shares_sum_to_one(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 300; i++)
        {
            var signals = Enumerable.Range(0, random.Next(1, 20))
                .Select(_ => new Signal((SignalKind)random.Next(4), random.Next(101), Now.AddMinutes(-random.Next(1_000_000)))).ToList();

            var score = SatisfactionScore.Of(signals, Weights, random.Next(1, 1000), Now);
            var better = SatisfactionScore.Of(signals.ConvertAll(s => s with { Value = Math.Min(100, s.Value + 5) }), Weights, 180, Now);

            score.Score!.Value.ShouldBeInRange((decimal)signals.Min(s => s.Value) - 0.05m, (decimal)signals.Max(s => s.Value) + 0.05m);
            score.Parts.Sum(p => p.Share).ShouldBe(1, 1e-9);
            better.Score!.Value.ShouldBeGreaterThanOrEqualTo(SatisfactionScore.Of(signals, Weights, 180, Now).Score!.Value);
        }
    }
}
