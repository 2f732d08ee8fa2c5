namespace Crm.SalesOrders.Domain.Prices;

/// <summary>A promotion that an order uses, with the limits it was granted under.</summary>
/// <param name="Promotion">Its code.</param>
/// <param name="Version">Which version gave something.</param>
/// <param name="Coupon">The code by which the customer had it.</param>
/// <param name="Amount">What it took off, in whole digits of the order's currency.</param>
/// <param name="MostUses">Of the promotion by all orders.</param>
/// <param name="MostUsesPerCoupon">Of each coupon.</param>
/// <param name="Budget">Most that the promotion may take off all orders together.</param>
/// <param name="Customer">Under whom it counts where uses per customer are limited: the survivor of those who were found to be the same.</param>
/// <param name="MaxUsesPerCustomer">By orders of that customer.</param>
/// <param name="MostPerCustomer">Most that the promotion may take off all orders of that customer together.</param>
internal sealed record Redemption(
    string Promotion,
    int Version,
    string? Coupon,
    decimal Amount,
    int? MostUses = null,
    int? MostUsesPerCoupon = null,
    decimal? Budget = null,
    Guid? Customer = null,
    int? MaxUsesPerCustomer = null,
    decimal? MostPerCustomer = null)
{
    /// <summary>The counters that bound it, and how; none for a promotion without limits.</summary>
    public IEnumerable<UseCounter> Counters()
    {
        if (MostUses is not null || Budget is not null) yield return new UseCounter(Promotion, null, null, new UseLimit(MostUses, Budget));
        if (MostUsesPerCoupon is not null && Coupon is not null) yield return new UseCounter(KeyOf(Promotion, Coupon), Coupon, null, new UseLimit(MostUsesPerCoupon, Budget: null));
        if (Customer is { } customer) yield return new UseCounter(KeyOf(Promotion, customer), null, customer, new UseLimit(MaxUsesPerCustomer, MostPerCustomer));
    }

    /// <summary>Codes have no number sign and no at sign, so that no two keys are the same.</summary>
    public static string KeyOf(string promotion, string coupon) => $"{promotion}#{coupon}";

    /// <inheritdoc cref="KeyOf(string, string)"/>
    public static string KeyOf(string promotion, Guid customer) => $"{promotion}@{customer:N}";
}

/// <summary>A counter of uses, and within which limit.</summary>
/// <param name="Key">Of its row.</param>
/// <param name="Coupon">Whose uses it counts; null: not those of a coupon.</param>
/// <param name="Customer">Whose uses it counts; null: not those of a customer.</param>
/// <param name="Limit">Of the version that gave something.</param>
internal sealed record UseCounter(string Key, string? Coupon, Guid? Customer, UseLimit Limit)
{
    /// <summary>It counts all uses of the promotion.</summary>
    public bool IsOfAll => Coupon is null && Customer is null;
}
