namespace Crm.Pricing.Rules;

/// <summary>All that is known of a product when its price is worked out; costs and prices in the currency and the basis of the price.</summary>
public sealed record PriceFacts
{
    public required string Sku { get; init; }

    /// <summary>The day on which the price is worked out, from which the age of an observation counts.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Per unit; null: not known, or known in another currency.</summary>
    public decimal? StandardCost { get; init; }

    /// <inheritdoc cref="StandardCost"/>
    public decimal? CurrentCost { get; init; }

    /// <summary>The product's own price per unit.</summary>
    public decimal? ProductPrice { get; init; }

    public IReadOnlyList<PriceObservation> Observations { get; init; } = [];

    /// <summary>Price of the SKU by the code of other lists.</summary>
    public IReadOnlyDictionary<string, decimal> OtherLists { get; init; } = new Dictionary<string, decimal>();
}

/// <summary>What a competitor was seen to ask.</summary>
/// <param name="Competitor">Its code.</param>
/// <param name="UnitPrice">Per unit, above 0.</param>
/// <param name="Currency">ISO 4217. Observations in another currency than the price do not count.</param>
/// <param name="SeenOn">Business date.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Basis">Whether it contains tax. Observations of another basis than the price do not count.</param>
public sealed record PriceObservation(
    string Competitor, decimal UnitPrice, string Currency, DateOnly SeenOn, decimal Confidence = 1m, PriceBasis Basis = PriceBasis.Net);
