using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Satisfaction;

/// <summary>What a satisfaction score is made of.</summary>
internal enum SignalKind
{
    [Label("Reviews", "评价")]
    Reviews,
    [Label("Surveys", "调查")]
    Surveys,
    [Label("Ratings of cases", "工单评分")]
    CaseRatings,
    [Label("Outcomes of cases", "工单结果")]
    CaseOutcomes,
}

/// <summary>One thing that says how satisfied a customer was.</summary>
/// <param name="Value">From 0 to 100.</param>
internal readonly record struct Signal(SignalKind Kind, double Value, DateTimeOffset At);

/// <param name="Kind">Of what.</param>
/// <param name="Weight">As it is set.</param>
/// <param name="Count">How many signals.</param>
/// <param name="Mean">Of their values, each counting by its age; from 0 to 100.</param>
/// <param name="EffectiveWeight">The weight, less where all signals are old.</param>
/// <param name="Share">Of the score, from 0 to 1.</param>
/// <param name="LatestAt">Of the newest signal.</param>
internal sealed record SatisfactionPart(SignalKind Kind, int Weight, int Count, double? Mean, double EffectiveWeight, double Share, DateTimeOffset? LatestAt);

/// <summary>
/// How satisfied a customer is, from 0 to 100. A signal counts 0.5^(age / half-life). The mean of a kind is that of its signals so counted;
/// its weight is the set one times what its signals count together, at most once. The score is the mean of the kinds by those weights, so
/// that a kind of which nothing is known takes no part, and one of which all is old gives way to what is new.
/// </summary>
/// <param name="Score">Rounded to one decimal; null where nothing is known.</param>
/// <param name="Parts">Of every kind.</param>
internal sealed record SatisfactionScore(decimal? Score, IReadOnlyList<SatisfactionPart> Parts)
{
    public static SatisfactionScore Of(IEnumerable<Signal> signals, IReadOnlyDictionary<SignalKind, int> weights, double halfLifeDays, DateTimeOffset asOf)
    {
        var known = signals.Where(s => s.At <= asOf).ToLookup(s => s.Kind);
        var parts = Enum.GetValues<SignalKind>().Select(kind => Part(kind, [.. known[kind]], weights[kind], halfLifeDays, asOf)).ToList();
        var total = parts.Sum(p => p.EffectiveWeight);
        if (total <= 0) return new SatisfactionScore(null, parts);
        var score = parts.Sum(p => p.EffectiveWeight * (p.Mean ?? 0)) / total;
        return new SatisfactionScore(Math.Round((decimal)score, 1, MidpointRounding.AwayFromZero), parts.ConvertAll(p => p with { Share = p.EffectiveWeight / total }));
    }

    /// <summary>What became of a case, from 0 to 100: solved in time, late, or not at all; less for every time it was opened again.</summary>
    public static double OfOutcome(bool isSolved, bool? inTime, int reopenings) => Math.Max(0, (isSolved ? inTime == false ? 50 : 100 : 20) - (reopenings * 25));

    private static SatisfactionPart Part(SignalKind kind, IReadOnlyList<Signal> signals, int weight, double halfLifeDays, DateTimeOffset asOf)
    {
        if (signals.Count == 0) return new SatisfactionPart(kind, weight, 0, null, 0, 0, null);
        var counted = signals.Select(s => (s.Value, Counts: Math.Pow(0.5, (asOf - s.At).TotalDays / halfLifeDays))).ToList();
        var sum = counted.Sum(s => s.Counts);
        // So old that nothing of them counts any more.
        if (sum <= 0) return new SatisfactionPart(kind, weight, signals.Count, null, 0, 0, signals.Max(s => s.At));
        return new SatisfactionPart(kind, weight, signals.Count, counted.Sum(s => s.Value * s.Counts) / sum, weight * Math.Min(1, sum), 0, signals.Max(s => s.At));
    }
}
