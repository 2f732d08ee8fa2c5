using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain.Approval;

namespace Crm.SalesOrders.Domain;

/// <summary>A change of a confirmed order that was proposed, with what it would do to price and stock, and what became of it.</summary>
internal sealed class OrderChange : AggregateRoot, IOfOrder
{
    private readonly List<Hold> _holds = [];

    private OrderChange()
    {
    }

    /// <param name="order">That is to change.</param>
    /// <param name="lines">What is asked for.</param>
    /// <param name="forecast">What it would do.</param>
    /// <param name="reason">In words.</param>
    /// <param name="approvals">Who has to agree, and why.</param>
    /// <param name="proposedBy">Who wants it.</param>
    /// <param name="now">When it is recorded.</param>
    /// <param name="priceAuthority">How traces name who wants it, where they may agree to prices below the floor.</param>
    public OrderChange(
        Order order, IReadOnlyList<LineWish> lines, ChangeForecast forecast, string? reason, IReadOnlyList<Hold> approvals, Guid proposedBy, DateTimeOffset now,
        string? priceAuthority = null)
    {
        Id = new OrderChangeId(Guid.CreateVersion7());
        (OrderId, CustomerId, Currency, Lines, Reason) = (order.Id, order.CustomerId, order.Currency, lines, reason);
        (GrossBefore, GrossAfter, PriceHash, Stock) = (order.Gross, forecast.Gross, forecast.PriceHash, forecast.Stock);
        (ProposedBy, ProposedAt, PriceAuthority) = (proposedBy, now, priceAuthority);
        _holds.AddRange(approvals);
        OpenHolds = _holds.Count;
        Raise(new OrderChangeWasProposed());
    }

    public OrderChangeId Id { get; private set; }

    public override Guid Key => Id.Value;

    public OrderId OrderId { get; private set; }

    [PersonKey]
    public Guid CustomerId { get; private set; }

    public OrderChangeState State { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>What is asked for; lines that are not named stay as they are.</summary>
    public IReadOnlyList<LineWish> Lines { get; private set; } = [];

    /// <summary>Gross of the order when it was proposed.</summary>
    public decimal GrossBefore { get; private set; }

    /// <summary>Gross of the order with the change, as it was told.</summary>
    public decimal GrossAfter { get; private set; }

    /// <summary>Of the price that was told: at another one the change is not accepted.</summary>
    public string PriceHash { get; private set; } = "";

    /// <summary>What it would take from the stock or give back, as it was told.</summary>
    public IReadOnlyList<StockEffect> Stock { get; private set; } = [];

    [PersonalInCopies]
    public string? Reason { get; private set; }

    public Guid ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Who allows the prices that are asked for, as traces name them; null: whoever proposed it may not go below a floor.</summary>
    public string? PriceAuthority { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was rejected.</summary>
    [PersonalInCopies]
    public string? RejectReason { get; private set; }

    /// <summary>Those who still have to agree. Follows from the holds, and is there without them.</summary>
    public int OpenHolds { get; private set; }

    /// <summary>Who has to agree, and who has; only when they were loaded with the change.</summary>
    public IReadOnlyCollection<Hold> Holds => _holds;

    public bool MayBeApprovedBy(Guid caller, DateTimeOffset now) => caller != ProposedBy && _holds.Exists(h => h.MayDecide(caller, now));

    /// <summary>Agrees to every step that the caller may decide.</summary>
    public void Approve(Guid caller, string? note, DateTimeOffset now)
    {
        RequireOpen();
        _holds.Agree(ProposedBy, caller, note, now);
        OpenHolds = _holds.Count(h => h.IsOpen);
        Raise(new OrderChangeWasAgreed());
    }

    public void Accept(Guid caller, DateTimeOffset now)
    {
        RequireAgreed();
        Decide(OrderChangeState.Accepted, caller, now);
    }

    public void RequireAgreed()
    {
        if (OpenHolds > 0) throw SalesOrdersRules.ChangeNeedsApproval.Broken(_holds.OpenWords());
    }

    public void Reject(string reason, Guid caller, DateTimeOffset now)
    {
        Decide(OrderChangeState.Rejected, caller, now);
        RejectReason = reason;
        _holds.End(caller, reason, now);
        OpenHolds = 0;
    }

    /// <summary>Forgets what was written in words.</summary>
    public void Anonymise()
    {
        if (Reason is null && RejectReason is null && Lines.All(l => l.PriceReason is null)) return;
        (Reason, RejectReason, Lines) = (null, null, [.. Lines.Select(l => l with { PriceReason = null })]);
        Raise(new OrderChangeWasAnonymised());
    }

    public void RequireOpen()
    {
        if (State != OrderChangeState.Proposed) throw SalesOrdersRules.ChangeDecided.Broken();
    }

    private void Decide(OrderChangeState state, Guid caller, DateTimeOffset now)
    {
        RequireOpen();
        (State, DecidedBy, DecidedAt) = (state, caller, now);
        Raise(new OrderChangeWasDecided(state));
    }
}

/// <summary>What a line is to be: one that is there, by its id, or another one.</summary>
/// <param name="Quantity">Units; 0 takes the line off.</param>
/// <param name="LineId">Of the order; null adds a line.</param>
/// <param name="Sku">Of a product that is added; or its id.</param>
/// <param name="ProductId">Of a product that is added; or its SKU.</param>
/// <param name="UnitPrice">Agreed, before discount, up to eight decimals; left out, as it is, or that of the price lists.</param>
/// <param name="DiscountRate">Agreed, a fraction from 0 to 1; left out, as it is.</param>
/// <param name="PriceReason">Why price or rate are agreed.</param>
internal sealed record LineWish(
    int Quantity, Guid? LineId = null, string? Sku = null, Guid? ProductId = null, decimal? UnitPrice = null, decimal? DiscountRate = null, string? PriceReason = null);

/// <param name="Gross">Of the order with the change.</param>
/// <param name="PriceHash">Of that price.</param>
/// <param name="Stock">Product by product.</param>
internal sealed record ChangeForecast(decimal Gross, string PriceHash, IReadOnlyList<StockEffect> Stock);

/// <param name="Sku">Of the product.</param>
/// <param name="Change">Units that are taken (positive) or given back (negative).</param>
/// <param name="Available">Units that could be promised to anybody when it was proposed.</param>
internal sealed record StockEffect(string Sku, int Change, int Available);

internal enum OrderChangeState
{
    [Label("Proposed", "已提议")]
    Proposed,
    [Label("Accepted", "已接受")]
    Accepted,
    [Label("Rejected", "已拒绝")]
    Rejected,
}

internal sealed record OrderChangeWasProposed : DomainEvent;

internal sealed record OrderChangeWasAgreed : DomainEvent;

internal sealed record OrderChangeWasDecided(OrderChangeState State) : DomainEvent;

internal sealed record OrderChangeWasAnonymised : DomainEvent;
