using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Warehousing;

/// <summary>A stock-taking: lines are counted while selling goes on, and posting moves each stock by what its count had found to differ.</summary>
/// <remarks>A line keeps what the books said at the moment of counting: goods that came or went afterwards are no difference.</remarks>
internal sealed class StockCount : AggregateRoot
{
    private readonly List<StockCountLine> _lines = [];

    private StockCount()
    {
    }

    public StockCountId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Number { get; private set; } = "";

    public string Warehouse { get; private set; } = "";

    public StockCountState State { get; private set; }

    public DateOnly CountedOn { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? Note { get; private set; }

    public IReadOnlyList<StockCountLine> Lines => _lines;

    public static StockCount Open(string number, string warehouse, DateOnly countedOn, string? note, DateTimeOffset now)
    {
        var count = new StockCount
        {
            Id = new StockCountId(Guid.CreateVersion7()),
            Number = number,
            Warehouse = warehouse,
            CountedOn = countedOn,
            Note = note,
            OpenedAt = now,
        };
        count.Raise(new StockCountWasOpened());
        return count;
    }

    /// <summary>Enters counted units; counting a product again replaces what was counted before.</summary>
    /// <param name="counted">Units of each product on the shelf.</param>
    /// <param name="stock">Of these products, locked so that nothing moves between looking and writing it down.</param>
    /// <param name="now">When it was counted.</param>
    public void Enter(IEnumerable<Units> counted, LockedStock stock, DateTimeOffset now)
    {
        RequireOpen();
        foreach (var units in counted)
        {
            var line = _lines.Find(l => l.ProductId == units.ProductId);
            if (line is null) _lines.Add(line = new StockCountLine(units.ProductId, units.Sku));
            line.Enter(units.Quantity, stock.Find(units.ProductId)?.OnHand ?? 0, now);
        }

        if (_lines.Count > Limits.MostCountedLines) throw StockRules.CountTooLong.Broken(Limits.MostCountedLines);
        Raise(new StockCountWasEntered());
    }

    /// <summary>Moves every stock that differs, all of them or none.</summary>
    public void Post(LockedStock stock, DateTimeOffset now)
    {
        RequireOpen();
        var missing = _lines.Where(l => l.Difference < 0 && stock.Find(l.ProductId) is { } level && level.Available < -l.Difference).Select(l => l.Sku).ToList();
        if (missing.Count > 0) throw StockRules.CountBelowPromised.Broken(string.Join(", ", missing));
        foreach (var line in _lines.Where(l => l.Difference != 0))
        {
            stock.Of(line.ProductId, line.Sku, line.Counted).Move(
                line.Difference,
                new MovementCause(MovementReason.Adjustment, CountedOn, now, Note: Number, DocumentId: Id.Value, Because: AdjustmentReason.StockTaking));
        }

        Close(StockCountState.Posted, now);
    }

    public void Cancel(DateTimeOffset now)
    {
        RequireOpen();
        Close(StockCountState.Cancelled, now);
    }

    private void Close(StockCountState state, DateTimeOffset now)
    {
        (State, ClosedAt) = (state, now);
        Raise(new StockCountWasClosed());
    }

    private void RequireOpen()
    {
        if (State != StockCountState.Open) throw StockRules.CountIsClosed.Broken(Number);
    }
}

internal sealed class StockCountLine
{
    private StockCountLine()
    {
    }

    public StockCountLine(ProductId productId, string sku) => (Id, ProductId, Sku) = (Guid.CreateVersion7(), productId, sku);

    public Guid Id { get; private set; }

    public ProductId ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    /// <summary>Units on the shelf.</summary>
    public int Counted { get; private set; }

    /// <summary>Units in the books at that moment.</summary>
    public int Booked { get; private set; }

    public DateTimeOffset CountedAt { get; private set; }

    /// <summary>Units that were found (positive) or are missing (negative).</summary>
    public int Difference => Counted - Booked;

    public void Enter(int counted, int booked, DateTimeOffset now) => (Counted, Booked, CountedAt) = (counted, booked, now);
}

internal enum StockCountState
{
    [Label("Open", "进行中")]
    Open,
    [Label("Posted", "已过账")]
    Posted,
    [Label("Cancelled", "已取消")]
    Cancelled,
}

internal sealed record StockCountWasOpened : DomainEvent;

internal sealed record StockCountWasEntered : DomainEvent;

internal sealed record StockCountWasClosed : DomainEvent;
