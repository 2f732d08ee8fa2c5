using Crm.BuildingBlocks;

namespace Crm.Pricing.Rules;

/// <summary>Between what a price has to lie. The floor is the greatest of those given, the ceiling the least.</summary>
/// <param name="FloorAmount">Per unit.</param>
/// <param name="FloorMarkup">Floor at the current cost x (1 + this fraction).</param>
/// <param name="FloorMargin">Floor at the current cost / (1 - this fraction).</param>
/// <param name="CeilingAmount">Per unit.</param>
/// <param name="CeilingOfProductPrice">Ceiling at this fraction of the product's own price.</param>
public sealed record PriceBounds(
    decimal? FloorAmount = null, decimal? FloorMarkup = null, decimal? FloorMargin = null, decimal? CeilingAmount = null, decimal? CeilingOfProductPrice = null)
{
    public static readonly PriceBounds None = new();

    internal bool AsksCost => FloorMarkup is not null || FloorMargin is not null;
}

/// <summary>To which figures a price is rounded.</summary>
/// <param name="Step">A price is a multiple of it; left out, the smallest amount of the currency.</param>
/// <param name="Mode">In which direction.</param>
/// <param name="Endings">A price ends in one of these, such as 0.99; empty: in any. Each 0 or more and below the modulus.</param>
/// <param name="Modulus">Of what the endings are the rest: 1, 10 or 100; 9.90 with 10 allows 9.90 and 19.90.</param>
public sealed record PriceRounding(decimal? Step = null, RoundingMode Mode = RoundingMode.Nearest, IReadOnlyList<decimal>? Endings = null, int Modulus = 1)
{
    public static readonly PriceRounding Usual = new();
}

public enum RoundingMode
{
    /// <summary>To the nearest; of two that are as near, the lower one.</summary>
    [Label("To the nearest", "就近")]
    Nearest,
    [Label("Up", "向上")]
    Up,
    [Label("Down", "向下")]
    Down,
}
