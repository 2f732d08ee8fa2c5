namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    private readonly List<OrderRevision> _revisions = [];

    /// <summary>Last day on which the quote can be accepted; null when it was never quoted.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>How often it was quoted, with what it said each time.</summary>
    public int Revision { get; private set; }

    /// <summary>Only those that were added since the order was loaded.</summary>
    public IReadOnlyCollection<OrderRevision> Revisions => _revisions;

    /// <summary>An offer that the customer may accept until a day.</summary>
    public static Order Quoted(string number, OrderTerms terms, DateOnly validUntil, DateTimeOffset now)
    {
        var order = New(number, terms, now);
        order.Quote(validUntil, now);
        return order;
    }

    /// <summary>Offers what the order says now, until a day. Quoting again makes a new revision.</summary>
    public void Quote(DateOnly validUntil, DateTimeOffset now)
    {
        Require(OrderAction.Quote);
        ValidUntil = validUntil;
        Become(OrderState.Quoted, OrderAction.Quote);
        Revise(now);
        Raise(new OrderWasQuoted());
    }

    /// <summary>Ends a quote whose last day is over.</summary>
    public void Expire(DateOnly today)
    {
        Require(OrderAction.Expire);
        if (ValidUntil >= today) return;
        Become(OrderState.Expired, OrderAction.Expire);
        Raise(new OrderWasExpired());
    }

    private void Revise(DateTimeOffset now) => _revisions.Add(new OrderRevision(++Revision, this, now));
}
