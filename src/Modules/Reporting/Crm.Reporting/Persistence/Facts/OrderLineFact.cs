using Crm.BuildingBlocks;

namespace Crm.Reporting.Persistence.Facts;

/// <summary>A line of a confirmed order with everything it is counted by, as it was sold.</summary>
internal sealed class OrderLineFact : IOwned, IGenerated
{
    public required int Generation { get; init; }

    public required Guid OrderId { get; init; }

    public required Guid LineId { get; init; }

    public Guid CustomerId { get; set; }

    public Guid ProductId { get; set; }

    public string? Category { get; set; }

    public string Channel { get; set; } = "";

    /// <summary>The salesperson.</summary>
    public Guid? OwnerId { get; set; }

    public Guid? UnitId { get; set; }

    public string? Country { get; set; }

    public string Currency { get; set; } = "";

    public DateOnly OrderedOn { get; set; }

    /// <summary>When the last of it was shipped so far.</summary>
    public DateOnly? ShippedOn { get; set; }

    public int Quantity { get; set; }

    public int ShippedQuantity { get; set; }

    /// <summary>quantity x unit price, before discount, unrounded.</summary>
    public decimal GrossExact { get; set; }

    /// <summary>After discount, unrounded.</summary>
    public decimal NetExact { get; set; }

    /// <summary>After discount, rounded to the currency's digits, half away from zero.</summary>
    public decimal Net { get; set; }

    /// <summary>Cost of the line's goods, where known.</summary>
    public decimal? Cost { get; set; }

    /// <summary>On the net, in whole digits of the currency.</summary>
    public decimal Tax { get; set; }

    /// <summary>Units that were refunded.</summary>
    public int ReturnedQuantity { get; set; }

    /// <summary>Refunded for them, net and tax.</summary>
    public decimal ReturnedAmount { get; set; }

    /// <summary>The part of <see cref="Net"/> within it, in whole digits of the currency; all of it when all was refunded.</summary>
    public decimal ReturnedNet { get; set; }

    /// <summary>The part of <see cref="NetExact"/> within it, up to eight decimals.</summary>
    public decimal ReturnedNetExact { get; set; }

    public bool IsCancelled { get; set; }
}
