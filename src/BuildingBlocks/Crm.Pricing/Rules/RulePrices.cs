using Crm.BuildingBlocks;

namespace Crm.Pricing.Rules;

/// <summary>Works prices out by rules. Pure: the same rule and the same facts always give the same price and the same reasons.</summary>
public static class RulePrices
{
    /// <summary>
    /// The price of the rule, first held within the bounds and then rounded without leaving them: a price is never below its floor nor above
    /// its ceiling, and where no rounded price lies between them the price stays as it is and the reasons say so.
    /// </summary>
    /// <param name="rule">A checked one.</param>
    /// <param name="bounds">Checked ones.</param>
    /// <param name="rounding">A checked one.</param>
    /// <param name="facts">Of the product.</param>
    /// <param name="currency">Of the price, ISO 4217.</param>
    /// <param name="basis">Of the price.</param>
    public static RulePrice Evaluate(PriceRule rule, PriceBounds bounds, PriceRounding rounding, PriceFacts facts, string currency, PriceBasis basis)
    {
        var work = new RuleWork(facts, currency, basis);
        var (floor, ceiling) = (FloorOf(bounds, work), CeilingOf(bounds, facts));
        if (floor > ceiling) work.Fails(PriceFailure.FloorAboveCeiling);
        var raw = work.Failure is null ? rule.Raw(work) : null;
        if (raw is { } exact) raw = Math.Round(exact, LineNet.ExactDigits, MidpointRounding.AwayFromZero);
        var price = raw is { } start && work.Failure is null ? Finish(start, new Span(floor ?? 0m, ceiling ?? PricingChecks.LargestAmount), bounds, rounding, work, currency) : null;
        return new RulePrice(price, raw, floor, ceiling, work.Reasons, work.Failure);
    }

    private static decimal? Finish(decimal raw, Span span, PriceBounds bounds, PriceRounding rounding, RuleWork work, string currency)
    {
        // A price below nothing, or one that no list could carry, is a mistake in the rule and not a reason for the lowest or the highest price there is.
        if ((raw < 0m && span.Floor == 0m) || (raw > PricingChecks.LargestAmount && bounds is { CeilingAmount: null, CeilingOfProductPrice: null })) return work.Fails(PriceFailure.NoPrice);
        var price = raw;
        if (price > span.Ceiling) price = work.Because(PriceReasonKind.Ceiling, span.Ceiling, span.Ceiling);
        if (price < span.Floor) price = work.Because(PriceReasonKind.Floor, span.Floor, span.Floor);
        price = Rounded(price, span, rounding, work, currency);
        // Rounding alone gives nothing away.
        return price == 0m && raw != 0m ? work.Fails(PriceFailure.NoPrice) : price;
    }

    private static decimal Rounded(decimal price, Span span, PriceRounding rounding, RuleWork work, string currency)
    {
        if (rounding.Endings is { Count: > 0 } endings)
        {
            if (Choose(price, endings.SelectMany(e => Around(price, rounding.Modulus, e)), span, rounding.Mode) is { } ended)
                return ended == price ? price : work.Because(PriceReasonKind.Ending, ended, ended);
            work.Because(PriceReasonKind.EndingImpossible, value: null, detail: null);
        }

        var step = rounding.Step ?? Smallest(currency);
        if (Choose(price, Around(price, step, 0m), span, rounding.Mode) is { } stepped) return stepped == price ? price : work.Because(PriceReasonKind.Step, step, stepped);
        work.Because(PriceReasonKind.StepImpossible, step, detail: null);
        return price;
    }

    // The price lies within the span, so of all figures the two around it are the first to lie within it, too.
    private static IEnumerable<decimal> Around(decimal price, decimal distance, decimal rest)
    {
        var below = (Math.Floor((price - rest) / distance) * distance) + rest;
        return [below, below == price ? price : below + distance];
    }

    private static decimal? Choose(decimal price, IEnumerable<decimal> figures, Span span, RoundingMode mode)
    {
        var allowed = figures.Where(f => f >= span.Floor && f <= span.Ceiling).Distinct().ToList();
        if (allowed.Count == 0) return null;
        var wanted = mode switch
        {
            RoundingMode.Up => allowed.Where(f => f >= price).ToList(),
            RoundingMode.Down => allowed.Where(f => f <= price).ToList(),
            _ => allowed,
        };
        return (wanted.Count > 0 ? wanted : allowed).OrderBy(f => Math.Abs(f - price)).ThenBy(f => f).First();
    }

    private static decimal? FloorOf(PriceBounds bounds, RuleWork work)
    {
        var cost = bounds.AsksCost ? work.CostOf(CostKind.Current) : null;
        // A floor that nobody can work out must not be taken for none.
        if (bounds.AsksCost && cost is null) work.Fails(PriceFailure.NoCost);
        var floor = new[] { bounds.FloorAmount, cost * (1m + bounds.FloorMarkup), cost / (1m - bounds.FloorMargin) }.Max();
        return floor is { } exact ? Ceiled(exact) : null;
    }

    private static decimal? CeilingOf(PriceBounds bounds, PriceFacts facts)
    {
        var ceiling = new[] { bounds.CeilingAmount, facts.ProductPrice * bounds.CeilingOfProductPrice }.Min();
        return ceiling is { } exact ? decimal.Round(exact, LineNet.ExactDigits, MidpointRounding.ToNegativeInfinity) : null;
    }

    private static decimal Ceiled(decimal exact) => decimal.Round(exact, LineNet.ExactDigits, MidpointRounding.ToPositiveInfinity);

    private static decimal Smallest(string currency) => Currencies.Digits(currency) switch { 0 => 1m, 3 => 0.001m, _ => 0.01m };

    private readonly record struct Span(decimal Floor, decimal Ceiling);
}
