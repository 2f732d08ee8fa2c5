namespace Crm.SalesOrders.Domain.Prices;

/// <summary>
/// How often a promotion, or one coupon of it, was used by confirmed orders. Loaded only under its row lock, by whoever confirms or
/// cancels: 0 &lt;= used &lt;= limit holds whoever else does so at the same moment.
/// </summary>
internal sealed class PromotionUse
{
    private PromotionUse()
    {
    }

    public PromotionUse(string key, string promotion, string? coupon) => (Key, Promotion, Coupon) = (key, promotion, coupon);

    /// <summary><c>promotion</c> or <c>promotion#coupon</c>.</summary>
    public string Key { get; private set; } = "";

    public string Promotion { get; private set; } = "";

    /// <summary>Null: all uses of the promotion.</summary>
    public string? Coupon { get; private set; }

    public int Used { get; private set; }

    /// <summary>What it took off all of them together, in the currency of the promotion.</summary>
    public decimal Spent { get; private set; }

    public bool IsUsedUp { get; private set; }

    public bool Allows(decimal amount, UseLimit limit) => !(Used >= limit.MostUses) && !(Spent + amount > limit.Budget);

    public void Take(decimal amount, UseLimit limit) => Count(1, amount, limit);

    public void Release(decimal amount, UseLimit limit) => Count(-1, -amount, limit);

    private void Count(int uses, decimal amount, UseLimit limit)
    {
        (Used, Spent) = (Used + uses, Spent + amount);
        IsUsedUp = Used >= limit.MostUses || Spent >= limit.Budget;
    }
}

/// <param name="MostUses">Null: as often as wanted.</param>
/// <param name="Budget">Most that all uses together may take off, in the currency of the promotion; null: no limit.</param>
internal sealed record UseLimit(int? MostUses, decimal? Budget);
