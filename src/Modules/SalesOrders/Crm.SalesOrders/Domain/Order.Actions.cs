using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    public static Order Draft(string number, OrderTerms terms, DateTimeOffset now)
    {
        var order = New(number, terms, now);
        order.Raise(new OrderWasDrafted());
        return order;
    }

    /// <summary>An order that waits to be confirmed.</summary>
    public static Order Submitted(string number, OrderTerms terms, DateTimeOffset now)
    {
        var order = New(number, terms, now);
        order.Become(OrderState.Submitted);
        order.Raise(new OrderWasSubmitted());
        return order;
    }

    /// <summary>An order that is binding at once and takes its stock.</summary>
    public static Order Confirmed(string number, OrderTerms terms, LockedStock stock, DateTimeOffset now)
    {
        var order = New(number, terms, now);
        order.Confirm(stock, terms.OrderedOn);
        return order;
    }

    /// <summary>Says something else. A quote becomes a new revision.</summary>
    public void ChangeDraft(OrderTerms terms, DateTimeOffset now)
    {
        Require(OrderAction.Change);
        Take(terms);
        if (State == OrderState.Quoted) Revise(now);
        Raise(new OrderDraftWasChanged());
    }

    public void DeleteDraft(DateTimeOffset now)
    {
        Require(OrderAction.Delete);
        DeletedAt = now;
        Raise(new OrderDraftWasDeleted());
    }

    public void RestoreDraft()
    {
        if (DeletedAt is null) return;
        DeletedAt = null;
        Raise(new OrderDraftWasRestored());
    }

    public void Submit(DateTimeOffset now, DateOnly today)
    {
        Require(OrderAction.Submit, today);
        PlacedAt = now;
        Become(OrderState.Submitted);
        Raise(new OrderWasSubmitted());
    }

    /// <summary>Makes it binding: prices are frozen and stock is allocated, all of it or none, unless it allows back orders.</summary>
    public void Confirm(LockedStock stock, DateOnly today)
    {
        Require(OrderAction.Confirm, today);
        if (!AllowsBackOrder) stock.RequireAvailable(_lines.Select(l => (l, l.Quantity)));
        foreach (var line in _lines) Allocate(line, AllowsBackOrder ? Math.Min(line.Quantity, stock.AvailableFor(line)) : line.Quantity, stock);
        Become(OrderState.Confirmed);
        Raise(new OrderWasConfirmed());
    }

    /// <param name="quantities">Line id to units; null ships everything that is still open.</param>
    /// <param name="dispatch">How it is sent.</param>
    /// <param name="stock">Of all products of the order.</param>
    /// <param name="now">When it is recorded.</param>
    public Shipment Ship(IReadOnlyDictionary<Guid, int>? quantities, Dispatch dispatch, LockedStock stock, DateTimeOffset now)
    {
        Require(OrderAction.Ship);
        var wanted = quantities is null ? _lines.Where(l => l.Open > 0).Select(l => (Line: l, Quantity: l.Open)).ToList() : Shippable(quantities);
        stock.RequireAvailable(wanted.Select(w => (w.Line, Math.Max(w.Quantity - w.Line.Allocated, 0))));
        foreach (var (line, quantity) in wanted)
        {
            var promised = Math.Min(quantity, line.Allocated);
            stock.Of(line).Issue(quantity, promised, new MovementCause(MovementReason.Issue, dispatch.ShippedOn, now, Id));
            line.Ship(quantity, promised);
        }

        return Send(wanted, dispatch, now);
    }

    /// <summary>Money came in for this order alone.</summary>
    public Payment RecordPayment(decimal amount, Booking booking)
    {
        Require(OrderAction.Pay);
        var payment = new Payment(CustomerId, Currency, booking.RecordedAt);
        payment.Book(this, PaymentEntryKind.Capture, amount, booking);
        return payment;
    }

    /// <summary>Takes the order back; what was allocated is free again, what was paid is now too much.</summary>
    public void Cancel(string reason, DateOnly cancelledOn, LockedStock stock)
    {
        Require(OrderAction.Cancel);
        var wasConfirmed = State == OrderState.Confirmed;
        foreach (var line in _lines)
        {
            if (line.Allocated > 0) stock.Of(line).Release(line.Allocated);
            line.CancelOpen();
        }

        (CancelledOn, CancelReason) = (cancelledOn, reason);
        Become(OrderState.Cancelled);
        Raise(new OrderWasCancelled(wasConfirmed, cancelledOn, reason));
    }

    /// <summary>Forgets who got the goods, at which door, and what was written in words. Happens once, however often it is asked for.</summary>
    public void Anonymise()
    {
        if (ShipTo == ShipTo.WithoutPerson() && CustomerReference is null && CancelReason is null) return;
        (ShipTo, CustomerReference, CancelReason) = (ShipTo.WithoutPerson(), null, null);
        Raise(new OrderWasAnonymised());
    }

    private static void Allocate(OrderLine line, int quantity, LockedStock stock)
    {
        if (quantity > 0) stock.Of(line).Allocate(quantity);
        line.Allocate(quantity);
    }

    private List<(OrderLine Line, int Quantity)> Shippable(IReadOnlyDictionary<Guid, int> quantities)
    {
        var wanted = new List<(OrderLine Line, int Quantity)>();
        foreach (var (lineId, quantity) in quantities)
        {
            var line = _lines.Find(l => l.Id == lineId) ?? throw SalesOrdersRules.LineUnknown.Broken(lineId);
            if (quantity > line.Open) throw SalesOrdersRules.ShipsTooMuch.Broken(line.Sku, line.Open, quantity);
            wanted.Add((line, quantity));
        }

        return wanted;
    }

    private Shipment Send(List<(OrderLine Line, int Quantity)> sent, Dispatch dispatch, DateTimeOffset now)
    {
        var shipment = new Shipment(
            dispatch.ShippedOn, dispatch.Carrier, dispatch.TrackingNumber, sent.Select(s => new ShipmentLine(s.Line.Id, s.Line.ProductId, s.Quantity)), now);
        _shipments.Add(shipment);
        ShippedOn = dispatch.ShippedOn;
        Derive();
        Raise(new ShipmentWasDispatched(shipment, IsFullyShipped));
        return shipment;
    }

    private void Become(OrderState state)
    {
        State = state;
        Derive();
    }
}
