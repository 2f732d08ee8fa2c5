using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Scoring;

/// <summary>What a customer did, as far as it is scored.</summary>
/// <param name="CustomerId">Who.</param>
/// <param name="LastOrderOn">Business date.</param>
/// <param name="Orders">Within the months that count.</param>
/// <param name="Net">Within the months that count, in the currency of the company's books.</param>
internal sealed record Buying(CustomerId CustomerId, DateOnly LastOrderOn, int Orders, decimal Net);

/// <param name="Buying">What it is made of.</param>
/// <param name="Recency">From 1, longest ago, to 5.</param>
/// <param name="Frequency">From 1, fewest orders, to 5.</param>
/// <param name="Monetary">From 1, least value, to 5.</param>
internal sealed record RfmScore(Buying Buying, int Recency, int Frequency, int Monetary)
{
    public RfmSegment Segment { get; } = RfmSegments.Of(Recency, Frequency, Monetary);
}

/// <summary>
/// Recency, frequency and monetary value in fifths by rank. Whoever does equally well has the same score: that of the middle of the places
/// they share. Of n customers the one that does better than w and as well as s (itself included) has 1 + floor(5 x (2w + s) / 2n), at most 5.
/// </summary>
internal static class Rfm
{
    private const int Fifths = 5;

    public static IReadOnlyList<RfmScore> Score(IReadOnlyList<Buying> customers)
    {
        var recency = Ranks(customers, c => c.LastOrderOn);
        var frequency = Ranks(customers, c => c.Orders);
        var monetary = Ranks(customers, c => c.Net);
        return [.. customers.Select(c => new RfmScore(c, recency[c.LastOrderOn], frequency[c.Orders], monetary[c.Net]))];
    }

    private static Dictionary<TValue, int> Ranks<TValue>(IReadOnlyList<Buying> customers, Func<Buying, TValue> value)
        where TValue : IComparable<TValue>
    {
        var scores = new Dictionary<TValue, int>();
        var worse = 0L;
        foreach (var (equal, same) in customers.CountBy(value).OrderBy(g => g.Key))
        {
            scores[equal] = (int)Math.Min(Fifths, 1 + (Fifths * ((2 * worse) + same) / (2L * customers.Count)));
            worse += same;
        }

        return scores;
    }
}

/// <summary>What scores mean to people who sell.</summary>
internal enum RfmSegment
{
    [Label("Champions", "重要价值客户")]
    Champions,
    [Label("Loyal", "忠诚客户")]
    Loyal,
    [Label("Big spenders", "高消费客户")]
    BigSpenders,
    [Label("New", "新客户")]
    New,
    [Label("Promising", "潜力客户")]
    Promising,
    [Label("Need attention", "需关注客户")]
    NeedAttention,
    [Label("Must not be lost", "重点挽留客户")]
    MustNotBeLost,
    [Label("At risk", "流失风险客户")]
    AtRisk,
    [Label("Hibernating", "沉睡客户")]
    Hibernating,
}

/// <summary>The one definition of the segments: the first line that fits names the customer.</summary>
internal static class RfmSegments
{
    public static readonly IReadOnlyList<RfmDefinition> Definitions =
    [
        new(RfmSegment.Champions, new Phrase("R, F and M of 4 or 5", "R、F、M 均为 4 或 5"), (r, f, m) => r >= 4 && f >= 4 && m >= 4),
        new(RfmSegment.MustNotBeLost, new Phrase("R of 1 or 2, F and M of 4 or 5", "R 为 1 或 2，F 和 M 为 4 或 5"), (r, f, m) => r <= 2 && f >= 4 && m >= 4),
        new(RfmSegment.Loyal, new Phrase("else R of 3 to 5, F of 4 or 5", "其余 R 为 3 至 5，F 为 4 或 5"), (r, f, _) => r >= 3 && f >= 4),
        new(RfmSegment.BigSpenders, new Phrase("else R of 3 to 5, M of 4 or 5", "其余 R 为 3 至 5，M 为 4 或 5"), (r, _, m) => r >= 3 && m >= 4),
        new(RfmSegment.New, new Phrase("else R of 4 or 5, F of 1 or 2", "其余 R 为 4 或 5，F 为 1 或 2"), (r, f, _) => r >= 4 && f <= 2),
        new(RfmSegment.Promising, new Phrase("else R of 4 or 5", "其余 R 为 4 或 5"), (r, _, _) => r >= 4),
        new(RfmSegment.NeedAttention, new Phrase("else R of 3", "其余 R 为 3"), (r, _, _) => r == 3),
        new(RfmSegment.AtRisk, new Phrase("else F or M of 3 to 5", "其余 F 或 M 为 3 至 5"), (_, f, m) => f >= 3 || m >= 3),
        new(RfmSegment.Hibernating, new Phrase("else", "其余"), (_, _, _) => true),
    ];

    public static RfmSegment Of(int recency, int frequency, int monetary) => Definitions.First(d => d.Fits(recency, frequency, monetary)).Segment;
}

/// <param name="Segment">Its name.</param>
/// <param name="Rule">In words.</param>
/// <param name="Fits">Of recency, frequency and monetary value.</param>
internal sealed record RfmDefinition(RfmSegment Segment, Phrase Rule, Func<int, int, int, bool> Fits);

/// <summary>The scores of a customer as they were on a day; kept for lists and segments.</summary>
internal sealed class CustomerScore
{
    public CustomerId CustomerId { get; init; }

    public DateOnly ScoredOn { get; init; }

    public int Recency { get; init; }

    public int Frequency { get; init; }

    public int Monetary { get; init; }

    public RfmSegment Segment { get; init; }

    public static CustomerScore Of(RfmScore score, DateOnly on) => new()
    {
        CustomerId = score.Buying.CustomerId,
        ScoredOn = on,
        Recency = score.Recency,
        Frequency = score.Frequency,
        Monetary = score.Monetary,
        Segment = score.Segment,
    };
}
