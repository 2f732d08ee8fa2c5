using System.Text.Json.Serialization;
using Crm.BuildingBlocks;

namespace Crm.Pricing.Rules;

/// <summary>How a price comes about. Rates and positions are fractions: 0.4 is 40 %.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FixedRule), "fixed")]
[JsonDerivedType(typeof(MarkupRule), "markup")]
[JsonDerivedType(typeof(MarginRule), "margin")]
[JsonDerivedType(typeof(MarketRule), "market")]
[JsonDerivedType(typeof(CompetitorRule), "competitor")]
[JsonDerivedType(typeof(ListRule), "ofList")]
public abstract record PriceRule
{
    /// <summary>The price before bounds and rounding; null: there is none, and the work knows why.</summary>
    internal abstract decimal? Raw(RuleWork work);
}

/// <summary>Always the same.</summary>
/// <param name="UnitPrice">Per unit, 0 or more, at most eight decimals.</param>
public sealed record FixedRule(decimal UnitPrice) : PriceRule
{
    internal override decimal? Raw(RuleWork work) => UnitPrice;
}

/// <summary>Cost x (1 + rate).</summary>
/// <param name="Rate">0 to 100.</param>
/// <param name="Cost">Which cost.</param>
public sealed record MarkupRule(decimal Rate, CostKind Cost = CostKind.Current) : PriceRule
{
    internal override decimal? Raw(RuleWork work) => work.Cost(Cost) is { } cost ? work.Because(PriceReasonKind.Markup, Rate, cost * (1m + Rate)) : null;
}

/// <summary>Cost / (1 - rate): the rate is what is left of the price once the cost is paid.</summary>
/// <param name="Rate">0 or more, below 1.</param>
/// <param name="Cost">Which cost.</param>
public sealed record MarginRule(decimal Rate, CostKind Cost = CostKind.Current) : PriceRule
{
    internal override decimal? Raw(RuleWork work) => work.Cost(Cost) is { } cost ? work.Because(PriceReasonKind.Margin, Rate, cost / (1m - Rate)) : null;
}

/// <summary>The median of what competitors were seen to ask x position. Of an even number it is the mean of the two in the middle.</summary>
/// <param name="Position">Above 0, at most 10; 0.98 is two per cent below the market.</param>
/// <param name="MaxAgeDays">Older observations do not count; left out, 90.</param>
/// <param name="LeastObservations">Fewer are no market; left out, 3.</param>
/// <param name="LeastConfidence">Less certain observations do not count, 0 to 1; left out, all do.</param>
/// <param name="Competitors">Their codes; empty: all.</param>
public sealed record MarketRule(
    decimal Position, int? MaxAgeDays = null, int? LeastObservations = null, decimal? LeastConfidence = null, IReadOnlyList<string>? Competitors = null) : PriceRule
{
    internal const int UsualLeastObservations = 3;

    internal override decimal? Raw(RuleWork work)
    {
        var seen = work.Observed(MaxAgeDays, LeastConfidence, Competitors).Select(o => o.UnitPrice).Order().ToList();
        if (seen.Count < (LeastObservations ?? UsualLeastObservations)) return work.Fails(PriceFailure.NoObservations);
        var median = seen.Count % 2 == 1 ? seen[seen.Count / 2] : (seen[(seen.Count / 2) - 1] + seen[seen.Count / 2]) / 2m;
        work.Because(PriceReasonKind.Median, median, $"{seen.Count}");
        return work.Because(PriceReasonKind.Position, Position, median * Position);
    }
}

/// <summary>A little less than the lowest of what competitors ask; of each competitor the latest observation counts. Without an undercut, the same.</summary>
/// <param name="UndercutRate">Fraction below the lowest, 0 or more, below 1.</param>
/// <param name="UndercutAmount">Or an amount per unit.</param>
/// <param name="MaxAgeDays">Older observations do not count; left out, 90.</param>
/// <param name="LeastConfidence">Less certain observations do not count, 0 to 1; left out, all do.</param>
/// <param name="Competitors">Their codes; empty: all.</param>
public sealed record CompetitorRule(
    decimal? UndercutRate = null, decimal? UndercutAmount = null, int? MaxAgeDays = null, decimal? LeastConfidence = null, IReadOnlyList<string>? Competitors = null) : PriceRule
{
    internal override decimal? Raw(RuleWork work)
    {
        var lowest = work.Observed(MaxAgeDays, LeastConfidence, Competitors).GroupBy(o => o.Competitor, StringComparer.Ordinal)
            .Select(g => g.OrderByDescending(o => o.SeenOn).ThenBy(o => o.UnitPrice).First())
            .OrderBy(o => o.UnitPrice).ThenBy(o => o.Competitor, StringComparer.Ordinal).FirstOrDefault();
        if (lowest is null) return work.Fails(PriceFailure.NoObservations);
        work.Because(PriceReasonKind.Lowest, lowest.UnitPrice, $"{lowest.Competitor}, {lowest.SeenOn:yyyy-MM-dd}");
        if (UndercutRate is { } rate) return work.Because(PriceReasonKind.Undercut, rate, lowest.UnitPrice * (1m - rate));
        return UndercutAmount is { } amount ? work.Because(PriceReasonKind.Undercut, amount, lowest.UnitPrice - amount) : lowest.UnitPrice;
    }
}

/// <summary>The price of another list, or of the same list from its least quantity on, x factor.</summary>
/// <param name="Code">Of the list.</param>
/// <param name="Factor">Above 0, at most 10.</param>
public sealed record ListRule(string Code, decimal Factor) : PriceRule
{
    internal override decimal? Raw(RuleWork work)
    {
        if (!work.Facts.OtherLists.TryGetValue(Code, out var price)) return work.Fails(PriceFailure.NoPrice);
        work.Because(PriceReasonKind.OtherList, price, Code);
        return work.Because(PriceReasonKind.Factor, Factor, price * Factor);
    }
}

/// <summary>Which cost of a product is meant.</summary>
public enum CostKind
{
    /// <summary>What a unit does cost by receipts; until something was received, the standard cost.</summary>
    [Label("Current cost", "当前成本")]
    Current,
    [Label("Standard cost", "标准成本")]
    Standard,
}
