using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Duplicates;

/// <summary>What a total weight says.</summary>
internal enum MatchBand
{
    [Label("Different", "不同")]
    Different,
    [Label("Suspected duplicate", "疑似重复")]
    Suspected,
    [Label("Duplicate", "重复")]
    Duplicate,
}

internal enum FieldVerdict
{
    [Label("Agrees", "一致")]
    Agrees,
    [Label("Partly agrees", "部分一致")]
    Partly,
    [Label("Differs", "不一致")]
    Differs,
}

/// <param name="Field">That was compared.</param>
/// <param name="Comparer">How.</param>
/// <param name="Similarity">From 0 to 1.</param>
/// <param name="Weight">Bits, below zero where it speaks against.</param>
/// <param name="Verdict">In a word.</param>
internal sealed record FieldMatch(DedupeField Field, DedupeComparer Comparer, double Similarity, double Weight, FieldVerdict Verdict);

/// <param name="Score">Bits: the weights of the fields, less what shared ones count too much.</param>
/// <param name="Band">What the score says.</param>
/// <param name="Fields">Those that both say something of.</param>
/// <param name="SharedNotCounted">Bits of shared fields that do not count because what decides differs.</param>
internal sealed record Match(double Score, MatchBand Band, IReadOnlyList<FieldMatch> Fields, double SharedNotCounted);

/// <summary>Holds two records against each other. What one of them does not say counts neither way.</summary>
internal static class Matching
{
    public static Match Of(DedupeDefinition rules, ComparedRecord a, ComparedRecord b)
    {
        var fields = new List<FieldMatch>(rules.Comparisons.Count);
        var (score, notCounted) = Weigh(rules, a, b, fields);
        return new Match(Math.Round(score, 2), BandOf(rules, score), fields, Math.Round(notCounted, 2));
    }

    /// <summary>The same as the score of <see cref="Of"/>, without saying why.</summary>
    public static double Score(DedupeDefinition rules, ComparedRecord a, ComparedRecord b) => Weigh(rules, a, b, fields: null).Score;

    public static MatchBand BandOf(DedupeDefinition rules, double score) =>
        score >= rules.Duplicate ? MatchBand.Duplicate : score >= rules.Suspected ? MatchBand.Suspected : MatchBand.Different;

    private static (double Score, double NotCounted) Weigh(DedupeDefinition rules, ComparedRecord a, ComparedRecord b, List<FieldMatch>? fields)
    {
        var (score, shared, counted) = (0.0, 0.0, 1.0);
        var pair = new ComparedPair(a, b);
        foreach (var comparison in rules.Comparisons)
        {
            if (pair.Similarity(comparison) is not { } similarity) continue;
            var weight = comparison.Weight(similarity);
            if (weight > 0) weight *= pair.Information(comparison);
            score += weight;
            if (comparison.IsShared && weight > 0) shared += weight;
            if (comparison.Decides) counted = Math.Min(counted, comparison.Agreement(similarity));
            fields?.Add(new FieldMatch(comparison.Field, comparison.Comparer, Math.Round(similarity, 3), Math.Round(weight, 2), Verdict(comparison, similarity)));
        }

        var notCounted = Math.Max(shared - rules.SharedAtMost, 0) * (1 - counted);
        return (score - notCounted, notCounted);
    }

    private static FieldVerdict Verdict(DedupeComparison comparison, double similarity) =>
        similarity >= comparison.AgreesFrom ? FieldVerdict.Agrees : similarity <= comparison.DiffersTo ? FieldVerdict.Differs : FieldVerdict.Partly;
}
