using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>A row of the stock ledger; never changed and never removed.</summary>
internal sealed class StockMovement
{
    private StockMovement()
    {
    }

    public StockMovement(StockLevelId stockLevelId, ProductId productId, int change, int onHand, MovementCause cause)
    {
        Id = Guid.CreateVersion7();
        StockLevelId = stockLevelId;
        ProductId = productId;
        Change = change;
        OnHand = onHand;
        (Reason, MovedOn, RecordedAt, OrderId, Note) = (cause.Reason, cause.MovedOn, cause.RecordedAt, cause.OrderId, cause.Note);
    }

    public Guid Id { get; private set; }

    public StockLevelId StockLevelId { get; private set; }

    public ProductId ProductId { get; private set; }

    /// <summary>Units that came (positive) or went (negative).</summary>
    public int Change { get; private set; }

    /// <summary>Units on hand once it was recorded; not the stock of its business date when it was recorded later.</summary>
    public int OnHand { get; private set; }

    public MovementReason Reason { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly MovedOn { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public OrderId? OrderId { get; private set; }

    public string? Note { get; private set; }
}

/// <summary>Why and when goods moved.</summary>
internal sealed record MovementCause(MovementReason Reason, DateOnly MovedOn, DateTimeOffset RecordedAt, OrderId? OrderId = null, string? Note = null);

internal enum MovementReason
{
    [Label("Opening stock", "期初库存")]
    Opening,
    [Label("Receipt", "入库")]
    Receipt,
    [Label("Issue", "出库")]
    Issue,
    [Label("Adjustment", "调整")]
    Adjustment,
    [Label("Return", "退货")]
    Return,
}
