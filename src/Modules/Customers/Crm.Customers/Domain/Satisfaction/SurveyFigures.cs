namespace Crm.Customers.Domain.Satisfaction;

/// <summary>How often a value was answered.</summary>
internal readonly record struct AnswerCount(int Value, int Count);

/// <summary>Whether customers would recommend the company.</summary>
/// <param name="Answers">How many there are.</param>
/// <param name="Promoters">Who said 9 or 10.</param>
/// <param name="Passives">Who said 7 or 8.</param>
/// <param name="Detractors">Who said 6 or less.</param>
/// <param name="Score">The net promoter score: per cent of promoters less per cent of detractors, from -100 to 100, one decimal; null without answers.</param>
internal sealed record RecommendationResult(int Answers, int Promoters, int Passives, int Detractors, decimal? Score)
{
    public static RecommendationResult Of(IReadOnlyCollection<AnswerCount> given)
    {
        var (all, promoters, detractors) = (given.Sum(a => a.Count), given.Where(a => a.Value >= 9).Sum(a => a.Count), given.Where(a => a.Value <= 6).Sum(a => a.Count));
        return new RecommendationResult(all, promoters, all - promoters - detractors, detractors, Shares.PerCent(promoters - detractors, all));
    }
}

/// <summary>How satisfied customers are.</summary>
/// <param name="Answers">How many there are.</param>
/// <param name="Average">From 1 to 5, two decimals; null without answers.</param>
/// <param name="Satisfied">Per cent of those who said 4 or 5, one decimal; null without answers.</param>
internal sealed record SatisfactionResult(int Answers, decimal? Average, decimal? Satisfied)
{
    public static SatisfactionResult Of(IReadOnlyCollection<AnswerCount> given)
    {
        var all = given.Sum(a => a.Count);
        var average = all == 0 ? (decimal?)null : Math.Round((decimal)given.Sum(a => a.Value * a.Count) / all, 2, MidpointRounding.AwayFromZero);
        return new SatisfactionResult(all, average, Shares.PerCent(given.Where(a => a.Value >= 4).Sum(a => a.Count), all));
    }
}

internal static class Shares
{
    /// <summary>One decimal; null of nothing.</summary>
    public static decimal? PerCent(int part, int all) => all == 0 ? null : Math.Round(100m * part / all, 1, MidpointRounding.AwayFromZero);
}
