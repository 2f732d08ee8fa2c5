namespace Crm.SalesOrders.Domain.Loyalty;

/// <summary>A note that the points of an order may have to be counted anew, left by whatever changed it and taken by a job.</summary>
internal sealed class PointsDue
{
    /// <summary>The method of payments that are made with points.</summary>
    public const string Method = "points";

    private PointsDue()
    {
    }

    public PointsDue(Order order) => (Id, OrderId, CustomerId) = (Guid.CreateVersion7(), order.Id, order.CustomerId);

    public Guid Id { get; private set; }

    public OrderId OrderId { get; private set; }

    public Guid CustomerId { get; private set; }

    /// <summary>Whether what just happened to the order can change its points.</summary>
    public static bool IsLeftBy(Order order) => order.Raised.Count > 0 && (order.State == OrderState.Completed
        || order.Raised.Any(happened => happened is PaymentWasBooked { Entry: { Kind: PaymentEntryKind.Refund or PaymentEntryKind.ChargeBack, Method: Method } }));
}
