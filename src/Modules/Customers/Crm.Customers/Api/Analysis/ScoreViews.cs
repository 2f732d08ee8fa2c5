using Crm.BuildingBlocks;
using Crm.Customers.Application.Analysis;
using Crm.Customers.Domain.Scoring;

namespace Crm.Customers.Api.Analysis;

/// <param name="AsOf">The last business day that counts.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Scored">Customers of the company who ever ordered, among whom ranks are counted.</param>
/// <param name="NeverOrdered">Customers whom the caller may see and who have no score.</param>
/// <param name="Segments">By name, with the customers whom the caller may see.</param>
/// <param name="Cells">By the three scores; only those in which there is somebody.</param>
/// <param name="Explained">What the scores mean, in the caller's language.</param>
internal sealed record RfmTable(
    DateOnly AsOf, string Currency, int Scored, int NeverOrdered, IReadOnlyList<RfmSegmentView> Segments, IReadOnlyList<RfmCell> Cells, RfmExplained Explained)
{
    public static RfmTable Of(BuyingUntil read, IEnumerable<RfmScore> scores, int seen, Language language)
    {
        var all = scores.ToList();
        var bySegment = all.ToLookup(s => s.Segment);
        return new RfmTable(
            read.AsOf, read.Currency, read.Customers.Count, seen - all.Count,
            [
                .. RfmSegments.Definitions.Select(d => new RfmSegmentView(
                    d.Segment, Labels.Of(d.Segment).In(language), d.Rule.In(language), bySegment[d.Segment].Count(), bySegment[d.Segment].Sum(s => s.Buying.Net))),
            ],
            [
                .. all.GroupBy(s => (s.Recency, s.Frequency, s.Monetary)).OrderByDescending(g => g.Key)
                    .Select(g => new RfmCell(g.Key.Recency, g.Key.Frequency, g.Key.Monetary, g.First().Segment, g.Count(), g.Sum(s => s.Buying.Net))),
            ],
            RfmExplained.Of(read, language));
    }
}

/// <param name="Segment">As in filters.</param>
/// <param name="Name">In the caller's language.</param>
/// <param name="Rule">Which scores belong to it; the first rule that fits holds.</param>
/// <param name="Customers">How many there are.</param>
/// <param name="Net">What they bought in the months that count.</param>
internal sealed record RfmSegmentView(RfmSegment Segment, string Name, string Rule, int Customers, decimal Net);

internal sealed record RfmCell(int Recency, int Frequency, int Monetary, RfmSegment Segment, int Customers, decimal Net);

internal sealed record RfmExplained(string Recency, string Frequency, string Monetary, string Scores)
{
    public static RfmExplained Of(BuyingUntil read, Language language) => new(
        AnalysisPhrases.Recency.In(language), AnalysisPhrases.Frequency.In(language, read.After), AnalysisPhrases.Monetary.In(language, read.After, read.Currency),
        AnalysisPhrases.Quintiles.In(language));
}

/// <param name="CustomerId">Whose.</param>
/// <param name="AsOf">The last business day that counts.</param>
/// <param name="Score">Null: nothing was ordered until then.</param>
/// <param name="Explained">What the scores mean, in the caller's language.</param>
internal sealed record RfmView(Guid CustomerId, DateOnly AsOf, RfmScoreView? Score, RfmExplained Explained)
{
    public static RfmView Of(Guid customer, BuyingUntil read, RfmScore? score, Language language) => new(
        customer, read.AsOf,
        score is null
            ? null
            : new RfmScoreView(
                score.Recency, score.Frequency, score.Monetary, score.Segment, Labels.Of(score.Segment).In(language), score.Buying.LastOrderOn,
                read.AsOf.DayNumber - score.Buying.LastOrderOn.DayNumber, score.Buying.Orders, score.Buying.Net, read.Currency, read.Customers.Count),
        RfmExplained.Of(read, language));
}

internal sealed record RfmScoreView(
    int Recency, int Frequency, int Monetary, RfmSegment Segment, string SegmentName, DateOnly LastOrderOn, int DaysSinceLastOrder, int Orders, decimal Net, string Currency, int Among);

/// <param name="CustomerId">Whose.</param>
/// <param name="AsOf">The last business day that counts.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Historic">Margin until the day.</param>
/// <param name="Expected">Worth today of the margins to come.</param>
/// <param name="Total">Both together.</param>
/// <param name="Inputs">What they are made of.</param>
/// <param name="Explained">The formula, in the caller's language.</param>
internal sealed record LifetimeValueView(Guid CustomerId, DateOnly AsOf, string Currency, decimal Historic, decimal Expected, decimal Total, LifetimeInputs Inputs, string Explained)
{
    public static LifetimeValueView Of(Guid customer, LifetimeValueOf read, Language language)
    {
        var (historic, expected) = (read.Value.Historic, Currencies.Round(read.Value.Expected, read.Currency));
        return new LifetimeValueView(
            customer, read.AsOf, read.Currency, historic, expected, historic + expected,
            new LifetimeInputs(
                read.Value.YearlyMargin, Math.Round(read.Value.Retention, 4), read.IsRetentionMeasured, read.CustomersBefore, read.CustomersAgain, read.Value.Discount, read.OrdersWithoutCost),
            AnalysisPhrases.Lifetime.In(language, LifetimeValues.FewestForRetention));
    }
}

/// <param name="YearlyMargin">Of the twelve months until the day.</param>
/// <param name="Retention">Fraction.</param>
/// <param name="IsRetentionMeasured">False: it is that of the settings.</param>
/// <param name="CustomersBefore">Who ordered in the year before last.</param>
/// <param name="CustomersAgain">Those of them who ordered again in the last year.</param>
/// <param name="Discount">Fraction a year.</param>
/// <param name="OrdersWithoutCost">Orders of which no margin is known.</param>
internal sealed record LifetimeInputs(
    decimal YearlyMargin, decimal Retention, bool IsRetentionMeasured, int CustomersBefore, int CustomersAgain, decimal Discount, int OrdersWithoutCost);
