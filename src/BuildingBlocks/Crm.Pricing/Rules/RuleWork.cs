namespace Crm.Pricing.Rules;

/// <summary>One price on its way: what is known, what was done, and why nothing came of it.</summary>
internal sealed class RuleWork(PriceFacts facts, string currency, PriceBasis basis)
{
    private const int UsualAgeDays = 90;

    private readonly List<PriceReason> _reasons = [];

    public PriceFacts Facts => facts;

    public IReadOnlyList<PriceReason> Reasons => _reasons;

    public PriceFailure? Failure { get; private set; }

    public decimal Because(PriceReasonKind kind, decimal value, decimal result)
    {
        _reasons.Add(new PriceReason(kind, value));
        return result;
    }

    public void Because(PriceReasonKind kind, decimal? value, string? detail) => _reasons.Add(new PriceReason(kind, value, detail));

    public decimal? Fails(PriceFailure failure)
    {
        Failure ??= failure;
        return null;
    }

    public decimal? Cost(CostKind kind)
    {
        var known = CostOf(kind);
        if (known is not { } cost) return Fails(PriceFailure.NoCost);
        Because(PriceReasonKind.Cost, cost, kind == CostKind.Current && facts.CurrentCost is not null ? "current" : "standard");
        return cost;
    }

    public decimal? CostOf(CostKind kind) => kind == CostKind.Current ? facts.CurrentCost ?? facts.StandardCost : facts.StandardCost;

    /// <summary>The observations that count; that others were left out is said.</summary>
    public IReadOnlyList<PriceObservation> Observed(int? maxAgeDays, decimal? leastConfidence, IReadOnlyList<string>? competitors)
    {
        var since = facts.On.AddDays(-(maxAgeDays ?? UsualAgeDays));
        var meant = facts.Observations
            .Where(o => o.SeenOn >= since && o.SeenOn <= facts.On && o.Confidence >= (leastConfidence ?? 0m))
            .Where(o => competitors is not { Count: > 0 } || competitors.Contains(o.Competitor)).ToList();
        var counting = meant.Where(o => o.Currency == currency && o.Basis == basis).ToList();
        if (counting.Count < meant.Count) Because(PriceReasonKind.ObservationsLeftOut, meant.Count - counting.Count, detail: null);
        return counting;
    }
}
