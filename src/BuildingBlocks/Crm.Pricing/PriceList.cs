namespace Crm.Pricing;

/// <summary>One published version of a price list. Never changes: a change is a new version.</summary>
public sealed record PriceList
{
    public required string Code { get; init; }

    public required int Version { get; init; }

    /// <summary>ISO 4217; of every price in it.</summary>
    public required string Currency { get; init; }

    /// <summary>Whether its prices and floors contain tax.</summary>
    public PriceBasis Basis { get; init; }

    /// <summary>
    /// The higher one is asked first; among equals the one with the narrower scope, then the one that began later, then by code. The first
    /// that has a price for the SKU and the quantity decides.
    /// </summary>
    public int Priority { get; init; }

    public PriceScope Scope { get; init; } = PriceScope.Everywhere;

    public required IReadOnlyList<PriceItem> Items { get; init; }
}

/// <summary>A price of one SKU from a quantity on.</summary>
/// <param name="Sku">What it is the price of.</param>
/// <param name="UnitPrice">Per unit, up to eight decimals, in the basis of the list.</param>
/// <param name="FromQuantity">Units of the SKU in the whole order from which it holds, at least 1.</param>
/// <param name="Floor">
/// Per unit, up to eight decimals, in the basis of the list, not above the price. While the price is in force, only an agreed price with
/// authority goes below it; a line is held to quantity x floor, rounded to the currency's digits.
/// </param>
public sealed record PriceItem(string Sku, decimal UnitPrice, int FromQuantity = 1, decimal? Floor = null);
