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
        (DocumentId, Because) = (cause.DocumentId, cause.Because);
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

    /// <summary>The supply order, transfer or count behind it.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>Of an adjustment.</summary>
    public AdjustmentReason? Because { get; private set; }

    public string? Note { get; private set; }
}

/// <summary>Why and when goods moved.</summary>
internal sealed record MovementCause(
    MovementReason Reason,
    DateOnly MovedOn,
    DateTimeOffset RecordedAt,
    OrderId? OrderId = null,
    string? Note = null,
    Guid? DocumentId = null,
    AdjustmentReason? Because = null);

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
    [Label("Transfer", "调拨")]
    Transfer,
}

/// <summary>Why the books and the shelf differed.</summary>
internal enum AdjustmentReason
{
    [Label("Damaged", "损坏")]
    Damaged,
    [Label("Lost", "丢失")]
    Lost,
    [Label("Found", "盘盈找回")]
    Found,
    [Label("Expired", "过期")]
    Expired,
    [Label("Used in the house", "内部领用")]
    OwnUse,
    [Label("Wrong booking", "记账错误")]
    Correction,
    [Label("Stock-taking", "盘点")]
    StockTaking,
}
