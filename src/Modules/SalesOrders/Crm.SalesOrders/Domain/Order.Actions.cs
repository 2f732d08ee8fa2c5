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
        order.Become(OrderState.Submitted, OrderAction.Submit);
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
        if (HasMoney && (terms.CustomerId, terms.Currency) != (CustomerId, Currency)) throw SalesOrdersRules.MoneyFixesCustomer.Broken();
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
        Become(OrderState.Submitted, OrderAction.Submit);
        Raise(new OrderWasSubmitted());
    }

    /// <summary>Makes it a draft again, to say something else: what it says may not be possible any more.</summary>
    public void Withdraw()
    {
        Require(OrderAction.Withdraw);
        Become(OrderState.Draft, OrderAction.Withdraw);
        Raise(new OrderWasWithdrawn());
    }

    /// <summary>
    /// Makes it binding: prices are frozen and stock is allocated, all of it or none, unless it allows back orders. Gifts are given while they
    /// last: those that are not there neither stop the sale nor hold the order open.
    /// </summary>
    public void Confirm(LockedStock stock, DateOnly today)
    {
        Require(OrderAction.Confirm, today);
        if (!AllowsBackOrder) stock.RequireAvailable(Stocked.Where(l => !l.IsGift).Select(l => (l, l.Quantity)));
        foreach (var line in Stocked.OrderBy(l => l.IsGift)) Allocate(line, AllowsBackOrder || line.IsGift ? Math.Min(line.Open, stock.AvailableFor(line)) : line.Quantity, stock);
        foreach (var gift in Stocked.Where(l => l.IsGift)) gift.GiveWhatIsThere();
        Become(OrderState.Confirmed, OrderAction.Confirm);
        Raise(new OrderWasConfirmed());
        TellUses(before: null, Redemptions);
    }

    /// <summary>Money came in for this order alone.</summary>
    public Payment RecordPayment(decimal amount, Booking booking)
    {
        RequireMayPay();
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
        Become(OrderState.Cancelled, OrderAction.Cancel);
        Raise(new OrderWasCancelled(wasConfirmed, cancelledOn, reason));
        if (wasConfirmed) TellUses(Redemptions, now: null);
    }

    /// <summary>Forgets who got the goods, at which door, and what was written in words. Happens once, however often it is asked for.</summary>
    public void Anonymise()
    {
        if (ShipTo == ShipTo.WithoutPerson() && CustomerReference is null && CancelReason is null && DiscountReason is null) return;
        (ShipTo, CustomerReference, CancelReason, DiscountReason) = (ShipTo.WithoutPerson(), null, null, null);
        Raise(new OrderWasAnonymised());
    }

    private static void Allocate(OrderLine line, int quantity, LockedStock stock)
    {
        if (quantity > 0) stock.Of(line).Allocate(quantity);
        line.Allocate(quantity);
    }

    private void Become(OrderState state, OrderAction by)
    {
        // The table shows what happens: a way that is not in it is a mistake in one of the two.
        if (!OrderLife.Of(by).To.Contains(state)) throw new InvalidOperationException($"{by} does not lead to {state}.");
        State = state;
        Derive();
    }
}
