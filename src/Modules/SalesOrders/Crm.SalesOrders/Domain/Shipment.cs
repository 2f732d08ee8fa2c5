using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Goods that left the warehouse together. Never changed, except that the tracking number goes when the customer is erased.</summary>
internal sealed class Shipment
{
    private readonly List<ShipmentLine> _lines = [];

    private Shipment()
    {
    }

    public Shipment(DateOnly shippedOn, string? carrier, string? trackingNumber, IEnumerable<ShipmentLine> lines, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7();
        (ShippedOn, Carrier, TrackingNumber, RecordedAt) = (shippedOn, carrier, trackingNumber, now);
        _lines.AddRange(lines);
    }

    public Guid Id { get; private set; }

    /// <summary>Business date.</summary>
    public DateOnly ShippedOn { get; private set; }

    public string? Carrier { get; private set; }

    /// <summary>Leads to whoever got the goods.</summary>
    [PersonalInCopies]
    public string? TrackingNumber { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public IReadOnlyList<ShipmentLine> Lines => _lines;
}

internal sealed class ShipmentLine
{
    private ShipmentLine()
    {
    }

    public ShipmentLine(Guid lineId, ProductId productId, int quantity) =>
        (Id, LineId, ProductId, Quantity) = (Guid.CreateVersion7(), lineId, productId, quantity);

    public Guid Id { get; private set; }

    /// <summary>Line of the order.</summary>
    public Guid LineId { get; private set; }

    public ProductId ProductId { get; private set; }

    public int Quantity { get; private set; }
}

/// <summary>How goods are sent off.</summary>
internal sealed record Dispatch(DateOnly ShippedOn, string? Carrier, string? TrackingNumber);
