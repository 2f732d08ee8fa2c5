namespace Crm.SalesOrders.Domain.Prices;

/// <summary>
/// How often a promotion was used by confirmed orders: by all, by those with one coupon, or by those of one customer. Loaded only under its row lock, by whoever confirms or
/// cancels: 0 &lt;= used &lt;= limit holds whoever else does so at the same moment. It only counts: whether anything is left depends on the
/// version of the promotion that is asked about.
/// </summary>
internal sealed class PromotionUse
{
    private PromotionUse()
    {
    }

    public PromotionUse(string promotion, UseCounter counter) => (Key, Promotion, Coupon, CustomerId) = (counter.Key, promotion, counter.Coupon, counter.Customer);

    /// <summary><c>promotion</c>, <c>promotion#coupon</c> or <c>promotion@customer</c>.</summary>
    public string Key { get; private set; } = "";

    public string Promotion { get; private set; } = "";

    /// <summary>Null: not the uses of a coupon.</summary>
    public string? Coupon { get; private set; }

    /// <summary>Null: not the uses of a customer.</summary>
    public Guid? CustomerId { get; private set; }

    public int Used { get; private set; }

    /// <summary>What it took off all of them together, in the currency of the promotion.</summary>
    public decimal Spent { get; private set; }

    public bool Allows(decimal amount, UseLimit limit) => !(Used >= limit.MostUses) && !(Spent + amount > limit.Budget);

    public void Take(decimal amount) => (Used, Spent) = (Used + 1, Spent + amount);

    public void Release(decimal amount) => (Used, Spent) = (Used - 1, Spent - amount);
}

/// <param name="MostUses">Null: as often as wanted.</param>
/// <param name="Budget">Most that all uses together may take off, in the currency of the promotion; null: no limit.</param>
internal sealed record UseLimit(int? MostUses, decimal? Budget)
{
    /// <summary>As often as wanted, and as much.</summary>
    public static readonly UseLimit None = new(null, null);

    public bool IsUsedUp(int used, decimal spent) => used >= MostUses || spent >= Budget;
}
