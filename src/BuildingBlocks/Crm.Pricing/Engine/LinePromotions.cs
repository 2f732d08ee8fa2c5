namespace Crm.Pricing.Engine;

/// <summary>The second phase. Works on exact amounts; what it leaves is rounded to the currency's digits.</summary>
internal static class LinePromotions
{
    public static void Apply(Basket basket)
    {
        basket.BeginPhase(isRounded: false);
        foreach (var (promotion, coupon) in basket.Offers(PricePhase.LinePromotions))
        {
            var lines = Array.FindAll(basket.Lines, l => !l.IsAgreed && l.Exact > 0m && l.MayTake(promotion) && IsMeant(l, promotion));
            if (lines.Length > 0) Apply(promotion, coupon, lines, basket);
            else basket.PassLines(promotion, l => IsMeant(l, promotion));
        }

        foreach (var line in basket.Lines) line.RoundTo(basket.Request.Currency);
    }

    private static bool IsMeant(LineInWork line, Promotion promotion) =>
        promotion.Lines.Means(line.Asked) || (promotion.Action is BuyAndGet { GetLines: { } got } && got.Means(line.Asked));

    private static void Apply(Promotion promotion, string? coupon, LineInWork[] lines, Basket basket)
    {
        var reductions = Wanted(promotion, lines);
        if (Array.TrueForAll(reductions, r => r == 0m))
        {
            basket.Pass(promotion, PassedBecause.NothingMeant);
            return;
        }

        var limits = new PriceLimit?[lines.Length];
        for (var i = 0; i < lines.Length; i++) (reductions[i], limits[i]) = Limited(lines[i], reductions[i], promotion);
        LimitTogether(reductions, limits, promotion.MostPerOrder, PriceLimit.MostPerOrder);
        LimitTogether(reductions, limits, basket.Left(promotion), PriceLimit.MostPerCustomer);
        var total = reductions.Sum();
        if (total == 0m)
        {
            basket.Pass(promotion, PassedBecause.NothingLeft);
            return;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (reductions[i] > 0m) lines[i].ReduceExact(promotion, reductions[i], limits[i]);
        }

        basket.Apply(promotion, coupon, basket.Round(total));
    }

    private static decimal[] Wanted(Promotion promotion, LineInWork[] lines) => promotion.Action switch
    {
        PercentOff percent => Array.ConvertAll(lines, l => ListPrices.Exactly(l.Exact * percent.Rate)),
        AmountOff amount => Array.ConvertAll(lines, l => amount.Amount * l.Asked.Quantity),
        FixedPrice fixedPrice => Array.ConvertAll(lines, l => Math.Max(l.Exact - (fixedPrice.UnitPrice * l.Asked.Quantity), 0m)),
        BuyAndGet buyAndGet => CheapestUnits.Of(buyAndGet, promotion.Lines, lines),
        var action => throw new ArgumentOutOfRangeException(nameof(promotion), action, "Not an action of this phase."),
    };

    private static (decimal Reduction, PriceLimit? LimitedBy) Limited(LineInWork line, decimal wanted, Promotion promotion)
    {
        PriceLimit? limitedBy = null;
        if (promotion.MostPerLine is { } most && wanted > most) (wanted, limitedBy) = (most, PriceLimit.MostPerLine);
        var room = line.Exact - line.FloorExact;
        if (wanted > room) (wanted, limitedBy) = (room, line.FloorExact > 0m ? PriceLimit.Floor : PriceLimit.Nothing);
        return (wanted, limitedBy);
    }

    private static void LimitTogether(decimal[] reductions, PriceLimit?[] limits, decimal? most, PriceLimit limit)
    {
        if (most is not { } cap || reductions.Sum() <= cap) return;
        var parts = Allocation.ByLargestRemainder(ListPrices.Exactly(cap), reductions, LineNet.ExactDigits);
        for (var i = 0; i < reductions.Length; i++) (reductions[i], limits[i]) = (parts[i], limit);
    }
}
