namespace Crm.SalesOrders.Domain;

/// <summary>What is owed, what came in and what goes back. Every sum is the sum of entries of payments, of refunds and of invoices.</summary>
internal sealed partial class Order
{
    /// <summary>Authorised by the customer and neither captured nor given back.</summary>
    public decimal Authorised { get; private set; }

    /// <summary>Paid back to the customer.</summary>
    public decimal Refunded { get; private set; }

    /// <summary>No longer owed: granted for returned goods, shipping or goodwill, or written off.</summary>
    public decimal Credited { get; private set; }

    /// <summary>Asked to be credited and not decided yet.</summary>
    public decimal CreditReserved { get; private set; }

    /// <summary>Of the freight, credited or asked to be.</summary>
    public decimal FreightCredited { get; private set; }

    /// <summary>To be paid back and not paid back yet.</summary>
    public decimal RefundReserved { get; private set; }

    /// <summary>What the customer has to pay in the end: nothing for a cancelled order or an expired quote.</summary>
    public decimal Owed => IsGivenUp ? 0m : Gross - Credited;

    /// <summary>Came in, is still here and is promised to nobody.</summary>
    public decimal Refundable => Paid - Refunded - RefundReserved;

    /// <summary>What may still be credited: nothing before the confirmation, when nothing is binding.</summary>
    private decimal Creditable => IsSold ? Math.Max(0m, Owed - CreditReserved) : 0m;

    /// <summary>Came in beyond all that is or may become owed.</summary>
    private decimal Excess => Math.Max(0m, Refundable - Creditable);

    private bool IsGivenUp => State is OrderState.Cancelled or OrderState.Expired;

    /// <summary>Whether money of its customer is here or on its way, in its currency.</summary>
    private bool HasMoney => Paid != 0m || Refunded != 0m || Authorised != 0m;

    /// <summary>Refuses money for an order that cannot be paid now, or of which nobody knows what it is worth. What was sold long ago without a rate is paid without one.</summary>
    public void RequireMayPay()
    {
        Require(OrderAction.Pay);
        if (!IsSold) RequireRate();
    }

    /// <summary>The order's side of an entry of a payment.</summary>
    /// <param name="entry">Added to the payment just now.</param>
    /// <param name="authorisedChange">By how much the entry changed what is authorised and open.</param>
    public void Book(PaymentEntry entry, decimal authorisedChange)
    {
        Authorised += authorisedChange;
        Paid += entry.Kind switch
        {
            PaymentEntryKind.Capture => entry.Amount,
            PaymentEntryKind.ChargeBack => -entry.Amount,
            _ => 0m,
        };
        if (entry.Kind == PaymentEntryKind.Refund) Refunded += entry.Amount;
        Derive();
        Raise(entry.Kind == PaymentEntryKind.Capture ? new PaymentWasRecorded(entry, Balance) : new PaymentWasBooked(entry, Balance));
    }

    private PaymentState PaymentFromFacts() => this switch
    {
        { Refunded: > 0m } when Refunded >= Paid => PaymentState.Refunded,
        { Balance: < 0m } => PaymentState.Overpaid,
        { Refunded: > 0m, Credited: > 0m } => PaymentState.PartlyRefunded,
        { Balance: 0m } when !IsGivenUp => PaymentState.Paid,
        _ when Paid > Refunded => PaymentState.PartlyPaid,
        { Authorised: > 0m } => PaymentState.Authorised,
        _ => PaymentState.Unpaid,
    };
}
