using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Goods on their way back from a customer: what was agreed, what came and what became of it.</summary>
/// <remarks>Changed only while its order is locked, which holds what is reserved and what came back of each line.</remarks>
internal sealed class GoodsReturn : AggregateRoot, IOfOrder
{
    private readonly List<ReturnLine> _lines = [];

    private GoodsReturn()
    {
    }

    public GoodsReturn(Order order, IEnumerable<ReturnLine> lines, string? reason, DateTimeOffset now)
    {
        Id = new ReturnId(Guid.CreateVersion7());
        (OrderId, CustomerId, Reason, RequestedAt) = (order.Id, order.CustomerId, reason, now);
        _lines.AddRange(lines);
        Raise(new ReturnMoved(State));
    }

    public ReturnId Id { get; private set; }

    public override Guid Key => Id.Value;

    public OrderId OrderId { get; private set; }

    [PersonKey]
    public Guid CustomerId { get; private set; }

    public ReturnState State { get; private set; }

    [PersonalInCopies]
    public string? Reason { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    /// <summary>What the customer gets for it; null until then, and where nothing is owed less.</summary>
    public RefundId? RefundId { get; private set; }

    /// <summary>The order that replaces the goods.</summary>
    public OrderId? ExchangeOrderId { get; private set; }

    public IReadOnlyList<ReturnLine> Lines => _lines;

    public void Approve()
    {
        Require(State == ReturnState.Requested);
        Become(ReturnState.Approved);
    }

    public void Reject(Order order)
    {
        Require(State is ReturnState.Requested or ReturnState.Approved && RefundId is null);
        order.ReleaseReturn(this);
        Become(ReturnState.Rejected);
    }

    /// <param name="order">Its order.</param>
    /// <param name="quantities">Line of the order to units that came; null means all that was agreed.</param>
    /// <param name="receivedOn">Business date.</param>
    public void Receive(Order order, IReadOnlyDictionary<Guid, int>? quantities, DateOnly receivedOn)
    {
        Require(State == ReturnState.Approved);
        foreach (var lineId in quantities?.Keys ?? []) _ = Line(lineId);
        foreach (var line in _lines) line.Receive(quantities is null ? line.Quantity : quantities.GetValueOrDefault(line.LineId));
        ReceivedOn = receivedOn;
        Become(ReturnState.Received);
        order.TakeBack(this);
    }

    /// <summary>What is good goes back into the stock, the rest is scrapped.</summary>
    /// <param name="restocked">Line of the order to units that are good; lines that are not named are scrapped.</param>
    /// <param name="stock">Of all products of the return.</param>
    /// <param name="on">Business date.</param>
    /// <param name="now">When it is recorded.</param>
    public void Inspect(IReadOnlyDictionary<Guid, int> restocked, LockedStock stock, DateOnly on, DateTimeOffset now)
    {
        Require(State == ReturnState.Received);
        foreach (var lineId in restocked.Keys) _ = Line(lineId);
        foreach (var line in _lines)
        {
            line.Inspect(restocked.GetValueOrDefault(line.LineId));
            if (line is { IsStocked: true, Restocked: > 0 }) stock.Of(line.ProductId, line.Sku, line.Restocked).Move(line.Restocked, new MovementCause(MovementReason.Return, on, now, OrderId));
        }

        Become(ReturnState.Inspected);
    }

    public void Close()
    {
        Require(State == ReturnState.Inspected);
        Become(ReturnState.Closed);
    }

    public void GiveBack(Refund refund)
    {
        RefundId = refund.Id;
        Raise(new ReturnMoved(State));
    }

    public void Exchange(OrderId replacement)
    {
        Require(State is not (ReturnState.Requested or ReturnState.Rejected) && ExchangeOrderId is null);
        ExchangeOrderId = replacement;
        Raise(new ReturnMoved(State));
    }

    private ReturnLine Line(Guid lineId) => _lines.Find(l => l.LineId == lineId) ?? throw SalesOrdersRules.LineUnknown.Broken(lineId);

    private void Require(bool isPossible)
    {
        if (!isPossible) throw SalesOrdersRules.ReturnElsewhere.Broken();
    }

    private void Become(ReturnState state)
    {
        State = state;
        Raise(new ReturnMoved(state));
    }
}

/// <remarks>Invariant: restocked + scrapped = received &lt;= quantity once it is inspected.</remarks>
internal sealed class ReturnLine
{
    private ReturnLine()
    {
    }

    public ReturnLine(OrderLine line, int quantity) =>
        (Id, LineId, ProductId, Sku, IsStocked, Quantity) = (Guid.CreateVersion7(), line.Id, line.ProductId, line.Sku, line.IsStocked, quantity);

    public Guid Id { get; private set; }

    /// <summary>Line of the order.</summary>
    public Guid LineId { get; private set; }

    public ProductId ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    /// <summary>What is good goes back to a stock that is counted.</summary>
    public bool IsStocked { get; private set; }

    /// <summary>Units that were agreed to come back.</summary>
    public int Quantity { get; private set; }

    public int Received { get; private set; }

    public int Restocked { get; private set; }

    public int Scrapped { get; private set; }

    public void Receive(int quantity)
    {
        if (quantity > Quantity) throw SalesOrdersRules.ReturnsTooMuch.Broken(Sku, Quantity, quantity);
        Received = quantity;
    }

    public void Inspect(int restocked)
    {
        if (restocked > Received) throw SalesOrdersRules.ReturnsTooMuch.Broken(Sku, Received, restocked);
        (Restocked, Scrapped) = (restocked, Received - restocked);
    }
}

internal enum ReturnState
{
    [Label("Requested", "已申请")]
    Requested,
    [Label("Approved", "已批准")]
    Approved,
    [Label("Rejected", "已拒绝")]
    Rejected,
    [Label("Received", "已收货")]
    Received,
    [Label("Inspected", "已检验")]
    Inspected,
    [Label("Closed", "已关闭")]
    Closed,
}

internal sealed record ReturnMoved(ReturnState State) : DomainEvent;
