namespace Crm.Planning.Domain.Promotions;

/// <summary>What an order has had of a version of a promotion.</summary>
internal sealed class PromotionRedemption
{
    private PromotionRedemption()
    {
    }

    public Guid OrderId { get; private set; }

    public string Code { get; private set; } = "";

    public int Number { get; private set; }

    /// <summary>The code that was shown; empty: none was needed.</summary>
    public string Coupon { get; private set; } = "";

    public Guid CustomerId { get; private set; }

    public decimal Amount { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Business date of the order.</summary>
    public DateOnly OrderedOn { get; private set; }

    /// <summary>The order gave it back.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>In the stream of the order, of what is known.</summary>
    public int Position { get; private set; }

    /// <summary>That counts now.</summary>
    public (int Orders, decimal Amount) Counted => IsReleased || Position == 0 ? (0, 0m) : (1, Amount);

    public static PromotionRedemption Of(Guid orderId, string code, int number, string? coupon, Guid customerId, string currency) =>
        new() { OrderId = orderId, Code = code, Number = number, Coupon = coupon ?? "", CustomerId = customerId, Currency = currency };

    /// <summary>Takes what an event tells, unless a later one was heard already.</summary>
    public void Take(int position, decimal amount, DateOnly orderedOn, bool isReleased)
    {
        if (position <= Position) return;
        (Position, Amount, OrderedOn, IsReleased) = (position, amount, orderedOn, isReleased);
    }
}
