using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>What a payment did for one order. Never changed, except that the reference goes when the customer is erased.</summary>
internal sealed class PaymentEntry
{
    private PaymentEntry()
    {
    }

    public PaymentEntry(Guid id, OrderId orderId, PaymentEntryKind kind, decimal amount, Booking booking, RefundId? refundId)
    {
        (Id, OrderId, Kind, Amount, RefundId) = (id, orderId, kind, amount, refundId);
        (PaidOn, Method, Reference, RecordedAt) = (booking.On, booking.Method, booking.Reference, booking.RecordedAt);
    }

    /// <summary>The payment's own id for the entry it began with, so that a payment in one step has one id everywhere.</summary>
    public Guid Id { get; private set; }

    public OrderId OrderId { get; private set; }

    public PaymentEntryKind Kind { get; private set; }

    /// <summary>More than zero, in whole digits of the payment's currency.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly PaidOn { get; private set; }

    public string? Method { get; private set; }

    /// <summary>What the bank or the provider calls it.</summary>
    [PersonalInCopies]
    public string? Reference { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Of a <see cref="PaymentEntryKind.Refund"/>: which one it paid out.</summary>
    public RefundId? RefundId { get; private set; }
}

/// <param name="On">Business date.</param>
/// <param name="Method">Such as <c>transfer</c> or <c>card</c>.</param>
/// <param name="Reference">What the bank or the provider calls it.</param>
/// <param name="RecordedAt">When it is entered.</param>
internal sealed record Booking(DateOnly On, string? Method, string? Reference, DateTimeOffset RecordedAt);

internal enum PaymentEntryKind
{
    [Label("Authorised", "已授权")]
    Authorise,
    [Label("Captured", "已收款")]
    Capture,
    [Label("Authorisation given back", "已撤销授权")]
    Void,
    [Label("Paid back", "已退款")]
    Refund,
    [Label("Taken back by the bank", "银行拒付")]
    ChargeBack,
    [Label("Failed", "失败")]
    Fail,
}

/// <summary>Derived from the entries of a payment.</summary>
internal enum PaymentRecordState
{
    [Label("Authorised", "已授权")]
    Authorised,
    [Label("Partly captured", "部分收款")]
    PartlyCaptured,
    [Label("Captured", "已收款")]
    Captured,
    [Label("Given back", "已撤销")]
    Voided,
    [Label("Partly paid back", "部分退款")]
    PartlyRefunded,
    [Label("Paid back", "已退款")]
    Refunded,
    [Label("Taken back by the bank", "银行拒付")]
    ChargedBack,
    [Label("Failed", "失败")]
    Failed,
}
