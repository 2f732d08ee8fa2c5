using Crm.Pricing.Engine;

namespace Crm.Pricing;

/// <summary>Prices orders. Pure: the same request and book give the same result, whatever the order of the lines.</summary>
public static class PriceEngine
{
    /// <summary>Works off the phases of <see cref="PricePhase"/>, one after the other.</summary>
    public static PricedOrder Price(PriceRequest request, CompiledPriceBook book)
    {
        var basket = new Basket(request, book);
        ListPrices.Find(basket);
        LinePromotions.Apply(basket);
        OrderReductions.Apply(basket, PricePhase.OrderPromotions);
        OrderReductions.Apply(basket, PricePhase.Vouchers);
        OrderReductions.ApplyAgreed(basket);
        Gifts.Give(basket);
        Shipping.Charge(basket);
        Taxes.Add(basket);
        return Result.Of(basket);
    }
}
