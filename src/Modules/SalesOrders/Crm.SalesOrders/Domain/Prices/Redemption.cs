namespace Crm.SalesOrders.Domain.Prices;

/// <summary>A promotion that an order uses, with the limits it was granted under.</summary>
/// <param name="Promotion">Its code.</param>
/// <param name="Version">Which version gave something.</param>
/// <param name="Coupon">The code by which the customer had it.</param>
/// <param name="Amount">What it took off, in whole digits of the order's currency.</param>
/// <param name="MostUses">Of the promotion by all orders.</param>
/// <param name="MostUsesPerCoupon">Of each coupon.</param>
/// <param name="Budget">Most that the promotion may take off all orders together.</param>
internal sealed record Redemption(
    string Promotion, int Version, string? Coupon, decimal Amount, int? MostUses = null, int? MostUsesPerCoupon = null, decimal? Budget = null)
{
    /// <summary>The counters that bound it, and how; none for a promotion without limits.</summary>
    public IEnumerable<(string Key, string? Coupon, UseLimit Limit)> Counters()
    {
        if (MostUses is not null || Budget is not null) yield return (Promotion, null, new UseLimit(MostUses, Budget));
        if (MostUsesPerCoupon is not null && Coupon is not null) yield return (KeyOf(Promotion, Coupon), Coupon, new UseLimit(MostUsesPerCoupon, Budget: null));
    }

    /// <summary>Codes have no number sign, so that no two keys are the same.</summary>
    public static string KeyOf(string promotion, string coupon) => $"{promotion}#{coupon}";
}
