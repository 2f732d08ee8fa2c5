namespace Crm.SalesOrders.Domain.Loyalty;

/// <summary>A note that the points of an order may have to be counted anew, left by whatever changed it and taken by a job.</summary>
internal sealed class PointsDue
{
    /// <summary>The method of payments that are made with points.</summary>
    public const string Method = "points";

    /// <summary>Whether somebody says points, however they write it.</summary>
    public static bool IsMethod(string? word) => string.Equals(word?.Trim(), Method, StringComparison.OrdinalIgnoreCase);

    private PointsDue()
    {
    }

    public PointsDue(Order order) => (Id, OrderId, CustomerId) = (Guid.CreateVersion7(), order.Id, order.CustomerId);

    public Guid Id { get; private set; }

    public OrderId OrderId { get; private set; }

    public Guid CustomerId { get; private set; }

    /// <summary>Whether what just happened to the order can change its points.</summary>
    /// <param name="order">As it is now.</param>
    /// <param name="before">Its state when it was loaded: what is completed no more has earned nothing.</param>
    public static bool IsLeftBy(Order order, OrderState before) => order.Raised.Count > 0 && (order.State == OrderState.Completed || before == OrderState.Completed
        || order.Raised.Any(happened => happened is PaymentWasBooked { Entry: { Kind: PaymentEntryKind.Refund or PaymentEntryKind.ChargeBack, Method: Method } }));
}
