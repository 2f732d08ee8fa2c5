using Crm.BuildingBlocks;

namespace Crm.Pricing.Engine;

/// <summary>A line on its way through the phases. Amounts are of the whole line, in the basis of the order.</summary>
internal sealed class LineInWork(PriceRequestLine asked, int index)
{
    private Dictionary<string, PriceRuleRef>? _groups;

    public PriceRequestLine Asked { get; } = asked;

    /// <summary>Where it stands in the request.</summary>
    public int Index { get; } = index;

    public decimal? ListPrice { get; set; }

    public decimal UnitPrice { get; set; }

    public decimal TaxRate { get; set; }

    /// <summary>Up to eight decimals.</summary>
    public decimal Exact { get; set; }

    /// <summary>In whole digits of the currency, once the promotions on lines are through.</summary>
    public decimal Amount { get; set; }

    /// <summary>What <see cref="Exact"/> may not go below while promotions on lines work.</summary>
    public decimal FloorExact { get; set; }

    /// <summary>What <see cref="Amount"/> may not go below.</summary>
    public decimal Floor { get; set; }

    /// <summary>As of the beginning of the phase, for conditions.</summary>
    public decimal AtPhaseStart { get; set; }

    public decimal LineDiscount { get; set; }

    public decimal OrderDiscount { get; set; }

    public decimal Tax { get; set; }

    public decimal Net { get; set; }

    public decimal NetExact { get; set; }

    public List<PriceStep> Trace { get; } = new(4);

    public bool IsAgreed => Asked.Agreed is not null;

    /// <summary>The promotion of the same exclusive group that the line has; null: it may take this one.</summary>
    public PriceRuleRef? TakenBy(Promotion promotion) => promotion.ExclusiveGroup is { } group ? _groups?.GetValueOrDefault(group) : null;

    public bool MayTake(Promotion promotion) => TakenBy(promotion) is null;

    public void ReduceExact(Promotion promotion, decimal by, PriceLimit? limitedBy)
    {
        Took(promotion);
        LineDiscount += by;
        Trace.Add(new PriceStep(
            promotion.Phase, PriceStepKind.Promotion, Basket.Ref(promotion), Exact, Exact - by, LimitedBy: limitedBy));
        Exact -= by;
    }

    public void RoundTo(string currency)
    {
        Amount = Currencies.Round(Exact, currency);
        if (Amount != Exact) Trace.Add(new PriceStep(PricePhase.LinePromotions, PriceStepKind.Rounding, null, Exact, Amount, Rounding: Amount - Exact));
    }

    public void Reduce(decimal share, PriceStep step)
    {
        Trace.Add(step with { Before = Amount, After = Amount - share, Allocated = share });
        OrderDiscount += share;
        (Exact, Amount) = (Exact - share, Amount - share);
    }

    public void Took(Promotion promotion)
    {
        if (promotion.ExclusiveGroup is { } group) (_groups ??= new Dictionary<string, PriceRuleRef>(StringComparer.Ordinal)).TryAdd(group, Basket.Ref(promotion));
    }
}
