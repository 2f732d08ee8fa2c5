using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain.Warehousing;

namespace Crm.SalesOrders.Domain.Supply;

/// <summary>Goods that are bought for a warehouse. Once it is placed, what has not arrived is part of the incoming units there.</summary>
/// <remarks>Invariant of a line: 0 &lt;= received + cancelled &lt;= quantity.</remarks>
internal sealed class SupplyOrder : AggregateRoot
{
    private readonly List<SupplyOrderLine> _lines = [];

    private SupplyOrder()
    {
    }

    public SupplyOrderId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Number { get; private set; } = "";

    public SupplierId SupplierId { get; private set; }

    public string SupplierCode { get; private set; } = "";

    /// <summary>Code of the warehouse the goods go to.</summary>
    public string Warehouse { get; private set; } = "";

    public string Currency { get; private set; } = "";

    public SupplyOrderState State { get; private set; }

    /// <summary>Business date; null while it is a draft.</summary>
    public DateOnly? OrderedOn { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    public string? Note { get; private set; }

    public IReadOnlyList<SupplyOrderLine> Lines => _lines;

    public static SupplyOrder Draft(string number, Supplier supplier, string warehouse, IEnumerable<SupplyLineTerms> lines, string? note, DateTimeOffset now)
    {
        supplier.RequireActive();
        var order = new SupplyOrder
        {
            Id = new SupplyOrderId(Guid.CreateVersion7()),
            Number = number,
            SupplierId = supplier.Id,
            SupplierCode = supplier.Code,
            Warehouse = warehouse,
            Currency = supplier.Currency,
            Note = note,
            MadeAt = now,
        };
        order.Take(supplier, lines);
        order.Raise(new SupplyOrderWasDrafted());
        return order;
    }

    public void ChangeDraft(Supplier supplier, IEnumerable<SupplyLineTerms> lines, string? note)
    {
        RequireDraft();
        Note = note;
        Take(supplier, lines);
        Raise(new SupplyOrderDraftWasChanged());
    }

    /// <summary>The supplier was told: from now on the goods are expected.</summary>
    public void Place(Supplier supplier, LockedStock stock, DateOnly orderedOn)
    {
        RequireDraft();
        supplier.RequireActive();
        foreach (var line in _lines)
        {
            line.Place(line.ExpectedOn ?? supplier.ArrivalOf(line.ProductId, orderedOn));
            stock.Of(line.ProductId, line.Sku, line.Quantity).Expect(line.Quantity);
        }

        (State, OrderedOn) = (SupplyOrderState.Placed, orderedOn);
        Raise(new SupplyOrderWasPlaced());
    }

    /// <summary>Goods arrived, all or a part of them.</summary>
    /// <param name="arrived">Product to units; null takes in everything that is open.</param>
    /// <param name="stock">Of all products of the order.</param>
    /// <param name="receivedOn">Business date.</param>
    /// <param name="now">When it is recorded.</param>
    /// <returns>What arrived.</returns>
    public IReadOnlyCollection<Units> Receive(IReadOnlyDictionary<ProductId, int>? arrived, LockedStock stock, DateOnly receivedOn, DateTimeOffset now)
    {
        RequirePlaced();
        var received = new List<Units>();
        foreach (var (line, quantity) in Arriving(arrived))
        {
            var cause = new MovementCause(MovementReason.Receipt, receivedOn, now, Note: Number, DocumentId: Id.Value);
            stock.Of(line.ProductId, line.Sku, quantity).Receive(quantity, cause);
            line.Receive(quantity);
            received.Add(new Units(line.ProductId, line.Sku, quantity));
        }

        State = _lines.TrueForAll(l => l.Open == 0) ? SupplyOrderState.Received : SupplyOrderState.PartiallyReceived;
        Raise(new SupplyOrderWasReceived(received, receivedOn, State == SupplyOrderState.Received));
        return received;
    }

    /// <summary>What has not arrived is not coming any more. A draft is simply dropped.</summary>
    public void Cancel(LockedStock stock)
    {
        if (State is SupplyOrderState.Received or SupplyOrderState.Cancelled) throw SupplyRules.SupplyOrderIsOver.Broken(Number);
        foreach (var line in _lines.Where(l => l.Open > 0))
        {
            if (State != SupplyOrderState.Draft) stock.Find(line.ProductId)?.ExpectNoMore(line.Open);
            line.Cancel();
        }

        State = _lines.Exists(l => l.Received > 0) ? SupplyOrderState.Received : SupplyOrderState.Cancelled;
        Raise(new SupplyOrderWasCancelled());
    }

    private List<(SupplyOrderLine Line, int Quantity)> Arriving(IReadOnlyDictionary<ProductId, int>? arrived)
    {
        if (arrived is null) return [.. _lines.Where(l => l.Open > 0).Select(l => (l, l.Open))];
        var arriving = new List<(SupplyOrderLine Line, int Quantity)>();
        foreach (var (product, quantity) in arrived)
        {
            var line = _lines.Find(l => l.ProductId == product) ?? throw StockRules.NotOnDocument.Broken(product.Value, Number);
            if (quantity > line.Open) throw StockRules.MoreThanOpen.Broken(line.Sku, line.Open, quantity);
            arriving.Add((line, quantity));
        }

        return arriving;
    }

    private void Take(Supplier supplier, IEnumerable<SupplyLineTerms> lines)
    {
        _lines.Clear();
        _lines.AddRange(lines.Select(l => new SupplyOrderLine(l, supplier.ItemOf(l.Goods.ProductId)?.UnitCost)));
    }

    private void RequireDraft()
    {
        if (State != SupplyOrderState.Draft) throw SupplyRules.SupplyOrderNotDraft.Broken(Number);
    }

    private void RequirePlaced()
    {
        if (State is not (SupplyOrderState.Placed or SupplyOrderState.PartiallyReceived)) throw SupplyRules.SupplyOrderNotOpen.Broken(Number);
    }
}

/// <param name="Goods">What and how many; each product once.</param>
/// <param name="UnitCost">In the supplier's currency; null: what the supplier usually takes.</param>
/// <param name="ExpectedOn">When it should arrive; null: by the lead time.</param>
internal sealed record SupplyLineTerms(Units Goods, decimal? UnitCost = null, DateOnly? ExpectedOn = null);

internal sealed class SupplyOrderLine
{
    private SupplyOrderLine()
    {
    }

    public SupplyOrderLine(SupplyLineTerms terms, decimal? usualCost)
    {
        Id = Guid.CreateVersion7();
        (ProductId, Sku, Quantity) = (terms.Goods.ProductId, terms.Goods.Sku, terms.Goods.Quantity);
        (UnitCost, ExpectedOn) = (terms.UnitCost ?? usualCost, terms.ExpectedOn);
    }

    public Guid Id { get; private set; }

    public ProductId ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    public int Quantity { get; private set; }

    public int Received { get; private set; }

    public int Cancelled { get; private set; }

    /// <summary>In the order's currency, up to eight decimals.</summary>
    public decimal? UnitCost { get; private set; }

    /// <summary>When it should arrive; known once the order is placed.</summary>
    public DateOnly? ExpectedOn { get; private set; }

    /// <summary>Units that have neither arrived nor been cancelled.</summary>
    public int Open => Quantity - Received - Cancelled;

    public void Place(DateOnly expectedOn) => ExpectedOn = expectedOn;

    public void Receive(int quantity) => Received += quantity;

    public void Cancel() => Cancelled += Open;
}

internal enum SupplyOrderState
{
    [Label("Draft", "草稿")]
    Draft,
    [Label("Placed", "已下单")]
    Placed,
    [Label("Partially received", "部分收货")]
    PartiallyReceived,
    [Label("Received", "已收货")]
    Received,
    [Label("Cancelled", "已取消")]
    Cancelled,
}

internal sealed record SupplyOrderWasDrafted : DomainEvent;

internal sealed record SupplyOrderDraftWasChanged : DomainEvent;

internal sealed record SupplyOrderWasPlaced : DomainEvent;

internal sealed record SupplyOrderWasReceived(IReadOnlyList<Units> Goods, DateOnly ReceivedOn, bool IsComplete) : DomainEvent;

internal sealed record SupplyOrderWasCancelled : DomainEvent;
