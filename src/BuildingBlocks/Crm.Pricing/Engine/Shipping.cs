namespace Crm.Pricing.Engine;

/// <summary>The sixth phase: what shipping costs after its promotions.</summary>
internal static class Shipping
{
    public static void Charge(Basket basket)
    {
        var shipping = basket.Shipping;
        shipping.Amount = basket.Request.Shipping;
        var rate = basket.Book.TaxRate(basket.Book.Book.ShippingTaxClass, basket.Request);
        if (rate is null && shipping.Amount > 0m) basket.Violations.Add(new PriceViolation(PriceViolationKind.NoTaxRate, Sku: null));
        shipping.TaxRate = rate ?? 0m;
        if (shipping.Amount == 0m)
        {
            if (basket.Request.Explain) PassAll(basket);
            return;
        }

        shipping.Trace.Add(new PriceStep(PricePhase.Shipping, PriceStepKind.Shipping, null, 0m, shipping.Amount));
        basket.BeginPhase(isRounded: true);
        foreach (var (promotion, coupon) in basket.Offers(PricePhase.Shipping))
        {
            if (basket.TakenBy(promotion) is { } taker) basket.Pass(promotion, PassedBecause.Exclusive, taker);
            else Reduce(promotion, coupon, basket);
        }
    }

    private static void PassAll(Basket basket)
    {
        basket.BeginPhase(isRounded: true);
        foreach (var (promotion, _) in basket.Offers(PricePhase.Shipping)) basket.Pass(promotion, PassedBecause.NothingLeft);
    }

    private static void Reduce(Promotion promotion, string? coupon, Basket basket)
    {
        var shipping = basket.Shipping;
        var (reduction, limitedBy) = (Wanted(promotion.Action, basket), (PriceLimit?)null);
        if (promotion.MostPerOrder is { } most && reduction > basket.RoundDown(most)) (reduction, limitedBy) = (basket.RoundDown(most), PriceLimit.MostPerOrder);
        if (basket.Left(promotion) is { } left && reduction > left) (reduction, limitedBy) = (left, PriceLimit.MostPerCustomer);
        if (reduction > shipping.Amount) (reduction, limitedBy) = (shipping.Amount, PriceLimit.Nothing);
        var isMeant = basket.Quantity(promotion.Lines) > 0;
        if (reduction == 0m || !isMeant)
        {
            basket.Pass(promotion, isMeant ? PassedBecause.NothingLeft : PassedBecause.NothingMeant);
            return;
        }

        shipping.Trace.Add(new PriceStep(
            PricePhase.Shipping, PriceStepKind.Promotion, Basket.Ref(promotion), shipping.Amount, shipping.Amount - reduction, LimitedBy: limitedBy));
        shipping.Amount -= reduction;
        basket.Apply(promotion, coupon, reduction);
    }

    private static decimal Wanted(PromotionAction action, Basket basket) => action switch
    {
        FreeShipping => basket.Shipping.Amount,
        PercentOff percent => basket.Round(basket.Shipping.Amount * percent.Rate),
        AmountOff amount => basket.Round(amount.Amount),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Not an action of this phase."),
    };
}
