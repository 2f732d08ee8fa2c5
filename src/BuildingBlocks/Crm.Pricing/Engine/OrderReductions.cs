namespace Crm.Pricing.Engine;

/// <summary>
/// The third and fourth phase: amounts off the order, by promotion, by voucher, at last by agreement. Each is whole in the currency's digits
/// and is split among its lines by largest remainder over what they have come to, no line going below its floor.
/// </summary>
internal static class OrderReductions
{
    public static void Apply(Basket basket, PricePhase phase)
    {
        basket.BeginPhase(isRounded: true);
        foreach (var (promotion, coupon) in basket.Offers(phase))
        {
            var lines = Array.FindAll(basket.Lines, l => (!l.IsAgreed || phase == PricePhase.Vouchers) && l.MayTake(promotion) && promotion.Lines.Means(l.Asked));
            if (lines.Length > 0) Apply(promotion, coupon, lines, basket);
            else basket.PassLines(promotion, l => promotion.Lines.Means(l.Asked));
        }
    }

    public static void ApplyAgreed(Basket basket)
    {
        if (basket.Request.Discount is not { Amount: > 0m } discount) return;
        var total = basket.Lines.Sum(l => l.Amount);
        if (discount.Amount > total)
        {
            basket.Violations.Add(new PriceViolation(PriceViolationKind.DiscountTooLarge, null, discount.Amount, total));
            return;
        }

        var shares = Allocation.ByLargestRemainder(discount.Amount, Array.ConvertAll(basket.Lines, l => l.Amount), basket.Digits);
        var step = new PriceStep(
            PricePhase.Vouchers, PriceStepKind.AgreedDiscount, null, 0m, 0m, Reason: discount.Reason);
        for (var i = 0; i < shares.Count; i++)
        {
            var line = basket.Lines[i];
            var left = line.Amount - shares[i];
            var isNews = left < line.Floor && left < FloorBefore(line, basket);
            if (isNews && discount.Authority is null)
                basket.Violations.Add(new PriceViolation(PriceViolationKind.BelowFloor, line.Asked.Sku, left, line.Floor));
            if (shares[i] > 0m) line.Reduce(shares[i], step with { Authority = isNews ? discount.Authority : discount.Before ?? discount.Authority });
        }
    }

    /// <summary>What the units that were sold before came to, and for every further one the floor.</summary>
    private static decimal FloorBefore(LineInWork line, Basket basket)
    {
        if (line.Asked.Before is not { } before) return line.Floor;
        var quantity = line.Asked.Quantity;
        return basket.RoundDown(quantity <= before.Quantity
            ? before.Amount * quantity / before.Quantity
            : before.Amount + (line.Floor * (quantity - before.Quantity) / quantity));
    }

    private static void Apply(Promotion promotion, string? coupon, LineInWork[] lines, Basket basket)
    {
        var weights = Array.ConvertAll(lines, l => l.Amount);
        var rooms = Array.ConvertAll(lines, l => Room(l, promotion, basket));
        var (granted, limitedBy) = Limited(Wanted(promotion.Action, weights.Sum(), basket), rooms, promotion, basket);
        if (limitedBy == PriceLimit.Floor && Array.TrueForAll(lines, l => l.Floor == 0m)) limitedBy = PriceLimit.Nothing;
        if (granted <= 0m)
        {
            basket.Pass(promotion, PassedBecause.NothingLeft);
            return;
        }

        var shares = Allocation.Within(granted, weights, rooms, basket.Digits);
        var kind = promotion.Phase == PricePhase.Vouchers ? PriceStepKind.Voucher : PriceStepKind.Promotion;
        var step = new PriceStep(promotion.Phase, kind, Basket.Ref(promotion), 0m, 0m, LimitedBy: limitedBy);
        for (var i = 0; i < lines.Length; i++)
        {
            if (shares[i] == 0m) continue;
            lines[i].Took(promotion);
            lines[i].Reduce(shares[i], step);
        }

        if (PointValue(promotion.Action) is { } value) basket.UsePoints(granted, value);
        basket.Apply(promotion, coupon, granted);
    }

    private static decimal? PointValue(PromotionAction action) => action is Offset { Kind: OffsetKind.Points } offset ? offset.ValuePerPoint : null;

    private static decimal Wanted(PromotionAction action, decimal total, Basket basket) => action switch
    {
        PercentOff percent => basket.Round(total * percent.Rate),
        AmountOff amount => basket.Round(amount.Amount),
        Offset offset => Math.Min(basket.Round(offset.Amount), PointValue(offset) is { } value ? basket.Worth(value) : decimal.MaxValue),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Not an action of this phase."),
    };

    private static decimal Room(LineInWork line, Promotion promotion, Basket basket)
    {
        var room = Math.Max(line.Amount - line.Floor, 0m);
        return promotion.MostPerLine is { } most ? Math.Min(room, basket.RoundDown(most)) : room;
    }

    private static (decimal Granted, PriceLimit? LimitedBy) Limited(decimal wanted, decimal[] rooms, Promotion promotion, Basket basket)
    {
        PriceLimit? limitedBy = null;
        if (promotion.MostPerOrder is { } most && wanted > basket.RoundDown(most)) (wanted, limitedBy) = (basket.RoundDown(most), PriceLimit.MostPerOrder);
        if (basket.Left(promotion) is { } left && wanted > left) (wanted, limitedBy) = (left, PriceLimit.MostPerCustomer);
        var room = rooms.Sum();
        if (wanted > room) (wanted, limitedBy) = (room, promotion.MostPerLine is null ? PriceLimit.Floor : PriceLimit.MostPerLine);
        return (wanted, limitedBy);
    }
}
