using System.Collections.Frozen;

namespace Crm.Pricing;

/// <summary>What is to be priced.</summary>
public sealed record PriceRequest
{
    /// <summary>At least one. Their order makes no difference to any of them.</summary>
    public required IReadOnlyList<PriceRequestLine> Lines { get; init; }

    /// <summary>ISO 4217; of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Business date.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Time of the day where the company is; null: promotions for a time of the day do not apply.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>Name as in the API, such as <c>web</c>.</summary>
    public string? Channel { get; init; }

    /// <summary>Who buys; null: nobody in particular.</summary>
    public Guid? CustomerId { get; init; }

    public string? CustomerGroup { get; init; }

    /// <summary>Ids of the customer's territory and of those above it.</summary>
    public IReadOnlyList<string> Territories { get; init; } = [];

    /// <summary>Ids of the segments that the customer is in.</summary>
    public IReadOnlyList<string> Segments { get; init; } = [];

    /// <summary>Whether the customer never ordered before; null: nobody knows, and promotions for first orders do not apply.</summary>
    public bool? IsFirstOrder { get; init; }

    /// <summary>Where the goods go, for the tax rate.</summary>
    public string? Country { get; init; }

    /// <summary>Whether amounts contain tax; null: as in the price list that is asked first, else before tax.</summary>
    public PriceBasis? Basis { get; init; }

    /// <summary>Codes that the customer shows.</summary>
    public IReadOnlyList<string> Coupons { get; init; } = [];

    /// <summary>Of which promotion a coupon is that no promotion lists itself.</summary>
    public IReadOnlyDictionary<string, string> CouponOf { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Points that the customer wants to pay with, where a promotion takes them.</summary>
    public long Points { get; init; }

    /// <summary>Shipping before promotions, in whole digits of the currency and in the basis of the order.</summary>
    public decimal Shipping { get; init; }

    /// <summary>An amount off the whole order that was agreed, after everything else; null: none.</summary>
    public AgreedDiscount? Discount { get; init; }

    /// <summary>Codes of promotions that are used up.</summary>
    public IReadOnlySet<string> UsedUp { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Codes of promotions that are suspended.</summary>
    public IReadOnlySet<string> Withdrawn { get; init; } = FrozenSet<string>.Empty;

    /// <summary>By code of the promotion the most that it may still take off for this customer; those that are not named have no such limit.</summary>
    public IReadOnlyDictionary<string, decimal> Left { get; init; } = FrozenDictionary<string, decimal>.Empty;

    /// <summary>Whether to say of every promotion of the day that gave nothing, why. Changes no price.</summary>
    public bool Explain { get; init; }
}

/// <summary>A line to be priced.</summary>
public sealed record PriceRequestLine
{
    public required string Sku { get; init; }

    /// <summary>Units, at least 1.</summary>
    public required int Quantity { get; init; }

    /// <summary>Per unit before tax, up to eight decimals, where no list has a price; null: then the line cannot be sold.</summary>
    public decimal? ListPrice { get; init; }

    /// <summary>The product's category and those above it.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Code; null: the usual one.</summary>
    public string? TaxClass { get; init; }

    /// <summary>Null: the line takes the prices and promotions of the book.</summary>
    public AgreedPrice? Agreed { get; init; }

    /// <summary>What it was sold for before, where a sale is changed; null: it is new.</summary>
    public SoldBefore? Before { get; init; }
}

/// <summary>Units that were sold already may be sold for as much again by the discount on the order, whatever the floor says. More of them, or for less, may not.</summary>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="Amount">Of all of them after everything that was taken off, in the basis of the order.</param>
public sealed record SoldBefore(int Quantity, decimal Amount);

/// <summary>A price that somebody agreed with the customer. Promotions pass such a line by.</summary>
/// <param name="UnitPrice">Before the rate, up to eight decimals, in the basis of the order; null: the list price.</param>
/// <param name="DiscountRate">Fraction from 0 to 1.</param>
/// <param name="Reason">Why, for the trace.</param>
/// <param name="Authority">Who allowed it; without one it may not go below the floor.</param>
public sealed record AgreedPrice(decimal? UnitPrice, decimal DiscountRate = 0m, string? Reason = null, string? Authority = null);

/// <summary>An amount off the whole order that somebody agreed.</summary>
/// <param name="Amount">In whole digits of the currency, in the basis of the order.</param>
/// <param name="Reason">Why, for the trace.</param>
/// <param name="Authority">Who allows it; without one it may take no line below its floor, except down to what it was sold for before.</param>
/// <param name="Before">Who allowed it when the lines were sold for what they were sold for before, for the trace.</param>
public sealed record AgreedDiscount(decimal Amount, string? Reason = null, string? Authority = null, string? Before = null);
