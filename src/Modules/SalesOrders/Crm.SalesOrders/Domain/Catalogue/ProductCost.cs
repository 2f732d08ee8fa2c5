using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Catalogue;

/// <summary>What a unit of a product cost from a day on. Written once for every change, never changed.</summary>
internal sealed class ProductCost
{
    private ProductCost()
    {
    }

    public ProductCost(CostKind kind, decimal? cost, string currency, CostOrigin origin)
    {
        (Id, Kind, Cost, Currency) = (Guid.CreateVersion7(), kind, cost, currency);
        (Source, From, RecordedAt, RecordedBy, DocumentId, Units) = (origin.Source, origin.From, origin.At, origin.By, origin.DocumentId, origin.Units);
    }

    public Guid Id { get; private set; }

    public CostKind Kind { get; private set; }

    /// <summary>Per unit, up to eight decimals; null: not known any more.</summary>
    public decimal? Cost { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Business date from which it holds.</summary>
    public DateOnly From { get; private set; }

    public CostSource Source { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The user or application.</summary>
    public Guid RecordedBy { get; private set; }

    /// <summary>The supply order of a receipt.</summary>
    public Guid? DocumentId { get; private set; }

    /// <summary>Units that were received.</summary>
    public int? Units { get; private set; }
}

/// <param name="Source">How it is known.</param>
/// <param name="From">Business date from which it holds.</param>
/// <param name="At">When it is recorded.</param>
/// <param name="By">Who says so.</param>
/// <param name="DocumentId">The supply order of a receipt.</param>
/// <param name="Units">That were received.</param>
internal sealed record CostOrigin(CostSource Source, DateOnly From, DateTimeOffset At, Guid By, Guid? DocumentId = null, int? Units = null);

internal enum CostKind
{
    /// <summary>What it should cost; set by people.</summary>
    [Label("Standard", "标准成本")]
    Standard,

    /// <summary>What it does cost; follows from receipts.</summary>
    [Label("Current", "当前成本")]
    Current,
}

internal enum CostSource
{
    [Label("Entered", "人工录入")]
    Manual,
    [Label("Imported", "导入")]
    Import,
    [Label("Received from a supplier", "采购收货")]
    SupplyOrder,
}
