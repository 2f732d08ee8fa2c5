using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Money that goes back to a customer, with what it is given back for.</summary>
/// <remarks>Changed only while its order is locked, which holds what it reserves.</remarks>
internal sealed class Refund : AggregateRoot, IOfOrder
{
    private readonly List<RefundItem> _items = [];

    private Refund()
    {
    }

    public Refund(Order order, IEnumerable<RefundItem> items, decimal amount, string? reason, DateTimeOffset now, Guid? returnId = null, Guid? requestedBy = null)
    {
        Id = new RefundId(Guid.CreateVersion7());
        (OrderId, CustomerId, Currency) = (order.Id, order.CustomerId, order.Currency);
        _items.AddRange(items);
        Credit = _items.Where(i => i.Kind != RefundItemKind.Overpayment).Sum(i => i.Amount);
        (Amount, Reason, RequestedAt, RequestedBy, ReturnId) = (amount, reason, now, requestedBy, returnId);
        Raise(new RefundWasRequested());
    }

    public RefundId Id { get; private set; }

    public override Guid Key => Id.Value;

    public OrderId OrderId { get; private set; }

    [PersonKey]
    public Guid CustomerId { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>The return of goods behind it.</summary>
    public Guid? ReturnId { get; private set; }

    public RefundState State { get; private set; }

    /// <summary>By how much less is owed: the items without what was paid too much. Negative where the credit of goods that did not come is taken back.</summary>
    public decimal Credit { get; private set; }

    /// <summary>What is paid back. Less than the credit where goods came back that had not been paid.</summary>
    public decimal Amount { get; private set; }

    [PersonalInCopies]
    public string? Reason { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Who asked for it and cannot approve it; null: it followed from a return of goods.</summary>
    public Guid? RequestedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <summary>Why it was rejected or failed.</summary>
    [PersonalInCopies]
    public string? EndReason { get; private set; }

    public IReadOnlyList<RefundItem> Items => _items;

    /// <param name="order">Its order.</param>
    /// <param name="caller">Who agrees: somebody else than who asked for it.</param>
    /// <param name="now">When it is recorded.</param>
    public void Approve(Order order, Guid caller, DateTimeOffset now)
    {
        if (caller == RequestedBy) throw SalesOrdersRules.OwnRefund.Broken();
        Grant(order, now);
    }

    /// <summary>Grants what follows from a return that was agreed to already.</summary>
    public void Grant(Order order, DateTimeOffset now)
    {
        Require(RefundState.Requested);
        order.Grant(this);
        (State, DecidedAt) = (RefundState.Approved, now);
        Raise(new RefundWasApproved());
    }

    public void Reject(Order order, string reason, LockedStock stock, DateTimeOffset now)
    {
        Require(RefundState.Requested);
        order.Release(this, stock);
        (State, DecidedAt, EndReason) = (RefundState.Rejected, now, reason);
        Raise(new RefundEnded(State));
    }

    /// <summary>Some of the units it was granted for did not come: they are neither credited nor paid back.</summary>
    public void Lower(IReadOnlyList<RefundItem> kept)
    {
        Require(RefundState.Approved);
        foreach (var item in kept) _items.Single(i => i.LineId == item.LineId).Lower(item);
        var less = -kept.Sum(i => i.Amount);
        (Credit, Amount) = (Credit - less, Math.Max(0m, Amount - less));
        Raise(new RefundWasLowered());
    }

    /// <summary>The money could not be paid back. What was credited is owed again; another refund may be asked for.</summary>
    public void Fail(Order order, string reason, LockedStock stock)
    {
        Require(RefundState.Approved);
        order.Release(this, stock);
        (State, EndReason) = (RefundState.Failed, reason);
        Raise(new RefundEnded(State));
    }

    /// <summary>The money went back, against what the payments still hold of the order, the latest first.</summary>
    /// <param name="order">Its order.</param>
    /// <param name="payments">All payments of the order.</param>
    /// <param name="booking">When and how.</param>
    public void Settle(Order order, IEnumerable<Payment> payments, Booking booking)
    {
        Require(RefundState.Approved);
        var rest = Amount;
        foreach (var payment in payments.OrderByDescending(p => p.RecordedAt).ThenByDescending(p => p.Id.Value))
        {
            var part = Math.Min(rest, payment.LeftOf(order.Id));
            if (part <= 0m) continue;
            payment.Book(order, PaymentEntryKind.Refund, part, payment.Back(booking), Id);
            rest -= part;
        }

        // A chargeback may have come after the approval.
        if (rest > 0m) throw SalesOrdersRules.RefundTooLarge.Broken(Amount, Currency, Amount - rest);
        (State, SettledOn) = (RefundState.Settled, booking.On);
        order.Settle(this);
        Raise(new RefundEnded(State));
    }

    private void Require(RefundState state)
    {
        if (State != state) throw (state == RefundState.Requested ? SalesOrdersRules.RefundDecided : SalesOrdersRules.RefundNotApproved).Broken();
    }
}

/// <summary>What money is given back for. Never changed, except where goods that were credited did not come before the money went back.</summary>
internal sealed class RefundItem
{
    private RefundItem()
    {
    }

    public Guid Id { get; private set; }

    public RefundItemKind Kind { get; private set; }

    /// <summary>Line of the order.</summary>
    public Guid? LineId { get; private set; }

    public ProductId? ProductId { get; private set; }

    /// <summary>Units of the line; zero for everything else, negative where their credit is taken back.</summary>
    public int Quantity { get; private set; }

    /// <summary>In whole digits of the currency, with the discounts of the line as they were allocated to it.</summary>
    public decimal Amount { get; private set; }

    public static RefundItem OfLine(RefundItemKind kind, OrderLine line, int quantity, decimal amount) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = kind,
        LineId = line.Id,
        ProductId = line.ProductId,
        Quantity = quantity,
        Amount = amount,
    };

    /// <summary>What so many of its units come to.</summary>
    public decimal PartOf(int units, string currency) => units == Quantity ? Amount : Currencies.Round(Amount * units / Quantity, currency);

    public void Lower(RefundItem by) => (Quantity, Amount) = (Quantity + by.Quantity, Amount + by.Amount);

    public static RefundItem Of(RefundItemKind kind, decimal amount) => new() { Id = Guid.CreateVersion7(), Kind = kind, Amount = amount };
}

/// <summary>What somebody wants money back for.</summary>
internal sealed record RefundWish
{
    /// <summary>Line id to units.</summary>
    public IReadOnlyDictionary<Guid, int> Lines { get; init; } = new Dictionary<Guid, int>();

    public decimal Freight { get; init; }

    /// <summary>Given without anything coming back.</summary>
    public decimal Goodwill { get; init; }

    /// <summary>Came in beyond what is owed.</summary>
    public decimal Overpayment { get; init; }

    /// <summary>Makes the customer owe less, and does not only give back what is not owed.</summary>
    public bool IsCredit => Lines.Count > 0 || Freight > 0m || Goodwill > 0m;
}

internal enum RefundItemKind
{
    /// <summary>Units that left, or services that were accepted.</summary>
    [Label("Goods", "商品")]
    Line,
    [Label("Shipping", "运费")]
    Freight,
    [Label("Goodwill", "补偿")]
    Goodwill,
    [Label("Paid too much", "多付款")]
    Overpayment,

    /// <summary>Units that had not left, and are not sent any more.</summary>
    [Label("Not sent", "未发商品")]
    Unsent,
}

internal enum RefundState
{
    [Label("Requested", "已申请")]
    Requested,
    [Label("Approved", "已批准")]
    Approved,
    [Label("Rejected", "已拒绝")]
    Rejected,
    [Label("Paid back", "已退款")]
    Settled,
    [Label("Failed", "失败")]
    Failed,
}

internal sealed record RefundWasRequested : DomainEvent;

internal sealed record RefundWasApproved : DomainEvent;

internal sealed record RefundWasLowered : DomainEvent;

internal sealed record RefundEnded(RefundState State) : DomainEvent;
