using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Persistence;

/// <summary>A notification of a payment provider that was taken, so that it is taken once.</summary>
internal sealed class ProviderEvent
{
    private ProviderEvent()
    {
    }

    public ProviderEvent(string provider, string eventId, PaymentId paymentId, OrderId orderId, PaymentEntryKind kind, decimal amount, DateTimeOffset takenAt) =>
        (Provider, EventId, PaymentId, OrderId, Kind, Amount, TakenAt) = (provider, eventId, paymentId, orderId, kind, amount, takenAt);

    public string Provider { get; private set; } = "";

    /// <summary>The provider's key of the notification.</summary>
    public string EventId { get; private set; } = "";

    public PaymentId PaymentId { get; private set; }

    public OrderId OrderId { get; private set; }

    public PaymentEntryKind Kind { get; private set; }

    public decimal Amount { get; private set; }

    public DateTimeOffset TakenAt { get; private set; }
}
