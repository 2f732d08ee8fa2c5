namespace Crm.Pricing;

/// <summary>A priced order. All amounts are in its currency; sums agree to the last digit.</summary>
public sealed record PricedOrder
{
    public required string Currency { get; init; }

    /// <summary>Whether the amounts of the traces contain tax.</summary>
    public required PriceBasis Basis { get; init; }

    /// <summary>Version of the book it was priced by.</summary>
    public required string BookVersion { get; init; }

    /// <summary>As many as were asked for, in the same order.</summary>
    public required IReadOnlyList<PricedLine> Lines { get; init; }

    public required IReadOnlyList<GiftLine> Gifts { get; init; }

    public required PricedShipping Shipping { get; init; }

    /// <summary>Lines and shipping by rate, the lowest rate first.</summary>
    public required IReadOnlyList<TaxTotal> Taxes { get; init; }

    /// <summary>Sum of the exact nets of the lines, up to eight decimals.</summary>
    public required decimal NetExact { get; init; }

    /// <summary>Sum of the nets of the lines.</summary>
    public required decimal Net { get; init; }

    /// <summary>Sum of all tax, that of shipping included.</summary>
    public required decimal Tax { get; init; }

    /// <summary>net + net of shipping + tax: what the customer pays.</summary>
    public required decimal Gross { get; init; }

    /// <summary>What rounding added to the exact net, or took from it.</summary>
    public decimal RoundingDifference => Net - NetExact;

    /// <summary>In the order in which they worked.</summary>
    public required IReadOnlyList<AppliedPromotion> Promotions { get; init; }

    public required IReadOnlyList<UnusedCoupon> UnusedCoupons { get; init; }

    /// <summary>Whole points that the customer pays with.</summary>
    public long PointsUsed { get; init; }

    /// <summary>The promotions of the day that gave nothing, and why; empty unless the request asked for it.</summary>
    public IReadOnlyList<PassedPromotion> Passed { get; init; } = [];

    /// <summary>Why the order may not be sold at these prices; empty: it may.</summary>
    public required IReadOnlyList<PriceViolation> Violations { get; init; }

    /// <summary>
    /// SHA-256 in lower-case hexadecimal over what the customer would be told: currency, units, nets, taxes, gifts, shipping and totals. The same for every order of
    /// the lines, and the same again while nothing of it changes, by whatever rules it came about.
    /// </summary>
    public required string Hash { get; init; }
}

/// <summary>What a line comes to.</summary>
public sealed record PricedLine
{
    public required string Sku { get; init; }

    /// <summary>Units.</summary>
    public required int Quantity { get; init; }

    /// <summary>Per unit, up to eight decimals, in the basis of the order; null: no list has one and the price was agreed.</summary>
    public required decimal? ListPrice { get; init; }

    /// <summary>Per unit before discounts, up to eight decimals: the agreed price, else the list price.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>What promotions on the line took off, exactly, up to eight decimals.</summary>
    public required decimal LineDiscount { get; init; }

    /// <summary>The line's share of promotions on the order, vouchers and the order's agreed discount, in whole digits of the currency.</summary>
    public required decimal OrderDiscount { get; init; }

    /// <summary>Up to eight decimals. Where everything was taken off, rounding may have left it less than half a digit of the currency below zero.</summary>
    public required decimal NetExact { get; init; }

    /// <summary>In whole digits of the currency.</summary>
    public required decimal Net { get; init; }

    /// <summary>Fraction.</summary>
    public required decimal TaxRate { get; init; }

    /// <summary>In whole digits of the currency.</summary>
    public required decimal Tax { get; init; }

    /// <summary>net + tax.</summary>
    public decimal Gross => Net + Tax;

    public required IReadOnlyList<PriceStep> Trace { get; init; }
}

/// <summary>Goods that are given along.</summary>
/// <param name="Sku">What is given.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Rule">By which promotion.</param>
public sealed record GiftLine(string Sku, int Quantity, PriceRuleRef Rule);

/// <summary>What shipping comes to, in whole digits of the currency.</summary>
/// <param name="Net">Before tax.</param>
/// <param name="TaxRate">Fraction.</param>
/// <param name="Tax">On it.</param>
/// <param name="Trace">In the basis of the order.</param>
public sealed record PricedShipping(decimal Net, decimal TaxRate, decimal Tax, IReadOnlyList<PriceStep> Trace)
{
    /// <summary>net + tax.</summary>
    public decimal Gross => Net + Tax;
}

/// <summary>Everything that bears one rate.</summary>
/// <param name="Rate">Fraction.</param>
/// <param name="Net">Sum of the nets.</param>
/// <param name="Tax">Sum of the taxes.</param>
public sealed record TaxTotal(decimal Rate, decimal Net, decimal Tax);

/// <summary>A promotion that gave something.</summary>
/// <param name="Rule">Which version.</param>
/// <param name="Phase">When it worked.</param>
/// <param name="Coupon">The code by which the customer had it.</param>
/// <param name="Amount">What it took off altogether, in whole digits of the currency and the basis of the order; 0 for gifts.</param>
public sealed record AppliedPromotion(PriceRuleRef Rule, PricePhase Phase, string? Coupon, decimal Amount);

/// <param name="Code">As it was given.</param>
/// <param name="Reason">Why it gave nothing.</param>
public sealed record UnusedCoupon(string Code, UnusedCouponReason Reason);

/// <summary>A version of a price list or promotion.</summary>
public sealed record PriceRuleRef(string Code, int Version);
