namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>
    /// Records an order as it happened before this system knew of it: with its own prices, dates and states. What was shipped then leaves
    /// the stock as it is; what was not takes what is there, and the rest stays open as a back order.
    /// </summary>
    public static (Order Order, Payment? Payment) Import(string number, OrderTerms terms, OrderHistory history, LockedStock stock, DateTimeOffset now)
    {
        var order = New(number, terms, new DateTimeOffset(terms.OrderedOn, TimeOnly.MinValue, TimeSpan.Zero));
        var staysOpen = history.Shipped is null && history.CancelledOn is null;
        foreach (var line in order.Stocked.Where(_ => staysOpen))
            Allocate(line, Math.Min(line.Quantity, stock.AvailableFor(line)), stock);
        order.Become(OrderState.Confirmed, OrderAction.Confirm);
        order.Raise(new OrderWasConfirmed());

        if (history.Shipped is { } shipped) order.RecordPastShipment(shipped, stock, now);
        var payment = history.PaidOn is { } paidOn && (history.PaidAmount ?? order.Gross) is > 0m and var paid
            ? order.RecordPayment(paid, new Booking(paidOn, Method: null, Reference: null, now))
            : null;
        if (history.CancelledOn is { } cancelledOn) order.Cancel(history.CancelReason ?? "", cancelledOn, stock);
        return (order, payment);
    }

    private void RecordPastShipment(Dispatch dispatch, LockedStock stock, DateTimeOffset now)
    {
        var sent = _lines.ConvertAll(line => (Line: line, line.Quantity));
        foreach (var (line, quantity) in sent)
        {
            if (line.IsStocked) stock.Of(line).RecordPastIssue(quantity, new MovementCause(MovementReason.Issue, dispatch.ShippedOn, now, Id));
            line.Ship(quantity, promised: 0);
        }

        Send(sent, dispatch, now);
    }
}

/// <summary>What had become of an order that is recorded afterwards.</summary>
internal sealed record OrderHistory
{
    /// <summary>Null: not shipped yet.</summary>
    public Dispatch? Shipped { get; init; }

    public DateOnly? PaidOn { get; init; }

    /// <summary>Null with <see cref="PaidOn"/>: all that was owed.</summary>
    public decimal? PaidAmount { get; init; }

    public DateOnly? CancelledOn { get; init; }

    public string? CancelReason { get; init; }
}
