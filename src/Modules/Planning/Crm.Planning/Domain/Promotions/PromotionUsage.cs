namespace Crm.Planning.Domain.Promotions;

/// <summary>What binding orders in one currency have had of a promotion: the running total.</summary>
internal sealed class PromotionUsage
{
    private PromotionUsage()
    {
    }

    public string Code { get; private set; } = "";

    public string Currency { get; private set; } = "";

    /// <summary>Orders that have it, each once for every code and version by which it does.</summary>
    public int Redeemed { get; private set; }

    /// <summary>That it took off them.</summary>
    public decimal Amount { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public static PromotionUsage Of(string code, string currency) => new() { Code = code, Currency = currency };

    public void Add(int orders, decimal amount, DateTimeOffset at)
    {
        (Redeemed, Amount) = (Redeemed + orders, Amount + amount);
        if (at > LastAt) LastAt = at;
    }
}
