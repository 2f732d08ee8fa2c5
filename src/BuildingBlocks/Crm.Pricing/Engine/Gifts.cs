namespace Crm.Pricing.Engine;

/// <summary>The fifth phase. Gifts cost nothing and bear no tax.</summary>
internal static class Gifts
{
    public static void Give(Basket basket)
    {
        basket.BeginPhase(isRounded: true);
        foreach (var (promotion, coupon) in basket.Offers(PricePhase.Gifts))
        {
            if (basket.TakenBy(promotion) is { } taker)
            {
                basket.Pass(promotion, PassedBecause.Exclusive, taker);
                continue;
            }

            var gift = (Gift)promotion.Action;
            var times = gift.ForEvery is { } every ? basket.Quantity(promotion.Lines) / every : basket.Quantity(promotion.Lines) > 0 ? 1 : 0;
            var units = (int)Math.Min(times * gift.Quantity, gift.Most ?? int.MaxValue);
            if (units == 0)
            {
                basket.Pass(promotion, PassedBecause.NothingMeant);
                continue;
            }

            basket.Gifts.Add(new GiftLine(gift.Sku, units, Basket.Ref(promotion)));
            basket.Apply(promotion, coupon, 0m);
        }
    }
}
