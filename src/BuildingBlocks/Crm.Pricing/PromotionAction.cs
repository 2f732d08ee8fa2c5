using System.Text.Json.Serialization;
using Crm.BuildingBlocks;

namespace Crm.Pricing;

/// <summary>What a promotion gives. Amounts are in the currency of the promotion and the basis of the order.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PercentOff), "percentOff")]
[JsonDerivedType(typeof(AmountOff), "amountOff")]
[JsonDerivedType(typeof(FixedPrice), "fixedPrice")]
[JsonDerivedType(typeof(BuyAndGet), "buyAndGet")]
[JsonDerivedType(typeof(Gift), "gift")]
[JsonDerivedType(typeof(FreeShipping), "freeShipping")]
[JsonDerivedType(typeof(Offset), "offset")]
public abstract record PromotionAction
{
    internal abstract bool BelongsIn(PricePhase phase);

    /// <summary>Whether it is said in money, so that it works in one currency only.</summary>
    internal virtual bool HasAmount => false;
}

/// <summary>amount x (1 - rate), of what the meant lines, the order or the shipping have come to.</summary>
/// <param name="Rate">Fraction above 0, at most 1.</param>
public sealed record PercentOff(decimal Rate) : PromotionAction
{
    internal override bool BelongsIn(PricePhase phase) =>
        phase is PricePhase.LinePromotions or PricePhase.OrderPromotions or PricePhase.Vouchers or PricePhase.Shipping;
}

/// <summary>An amount off: per unit in the phase of lines, once in the phases of the order and of shipping.</summary>
public sealed record AmountOff(decimal Amount) : PromotionAction
{
    internal override bool HasAmount => true;

    internal override bool BelongsIn(PricePhase phase) =>
        phase is PricePhase.LinePromotions or PricePhase.OrderPromotions or PricePhase.Shipping;
}

/// <summary>A unit price, for lines that are dearer.</summary>
public sealed record FixedPrice(decimal UnitPrice) : PromotionAction
{
    internal override bool HasAmount => true;

    internal override bool BelongsIn(PricePhase phase) => phase is PricePhase.LinePromotions;
}

/// <summary>
/// Of every <paramref name="Buy"/> + <paramref name="Get"/> units of the meant lines the <paramref name="Get"/> cheapest are reduced. With
/// <paramref name="GetLines"/>, every <paramref name="Buy"/> units of the meant lines reduce <paramref name="Get"/> units of those: as many as
/// can be, the cheapest first, and no unit is both bought and got.
/// </summary>
/// <param name="Buy">Units to pay in full, at least 1.</param>
/// <param name="Get">Units to get for less, at least 1.</param>
/// <param name="Rate">How much less, a fraction above 0; 1 is free.</param>
/// <param name="GetLines">Of which lines there are units for less; null: of the meant ones.</param>
/// <param name="MostTimes">How often in one order; null: no limit.</param>
public sealed record BuyAndGet(int Buy, int Get, decimal Rate = 1m, LineSelector? GetLines = null, int? MostTimes = null) : PromotionAction
{
    internal override bool BelongsIn(PricePhase phase) => phase is PricePhase.LinePromotions;
}

/// <summary>Goods for nothing.</summary>
/// <param name="Sku">What is given.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="ForEvery">Given once for so many units of the meant lines; null: once for the order.</param>
/// <param name="Most">Units given to one order at most; null: no limit.</param>
public sealed record Gift(string Sku, int Quantity = 1, int? ForEvery = null, int? Most = null) : PromotionAction
{
    internal override bool BelongsIn(PricePhase phase) => phase is PricePhase.Gifts;
}

/// <summary>Shipping costs nothing.</summary>
public sealed record FreeShipping : PromotionAction
{
    internal override bool BelongsIn(PricePhase phase) => phase is PricePhase.Shipping;
}

/// <summary>A voucher, a credit or points: reduces what the lines have come to, at most to nothing.</summary>
/// <param name="Amount">Most it takes off an order. A credit is that much altogether and may be used in pieces, by what is left of it for the customer.</param>
/// <param name="Kind">What it is.</param>
/// <param name="ValuePerPoint">What a point takes off; of points only.</param>
public sealed record Offset(decimal Amount, OffsetKind Kind = OffsetKind.Voucher, decimal? ValuePerPoint = null) : PromotionAction
{
    internal override bool HasAmount => true;

    internal override bool BelongsIn(PricePhase phase) => phase is PricePhase.Vouchers;
}

public enum OffsetKind
{
    /// <summary>The amount, once.</summary>
    [Label("Voucher", "代金券")]
    Voucher,

    /// <summary>The amount, in pieces over several orders of the customer.</summary>
    [Label("Credit", "余额")]
    Credit,

    /// <summary>What the points of the customer are worth.</summary>
    [Label("Points", "积分")]
    Points,
}
