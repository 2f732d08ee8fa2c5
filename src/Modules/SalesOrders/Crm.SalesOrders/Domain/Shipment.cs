using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>
/// Goods that left the warehouse together, and whether they arrived. Nothing else of it changes, except that the tracking number goes when the
/// customer is erased.
/// </summary>
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

    /// <summary>Business date.</summary>
    public DateOnly? DeliveredOn { get; private set; }

    /// <summary>Business date on which it was given up.</summary>
    public DateOnly? LostOn { get; private set; }

    public ShipmentState State => LostOn is not null ? ShipmentState.Lost : DeliveredOn is not null ? ShipmentState.Delivered : ShipmentState.OnItsWay;

    public IReadOnlyList<ShipmentLine> Lines => _lines;

    public void Deliver(DateOnly on)
    {
        RequireOnItsWay();
        DeliveredOn = on;
    }

    public void Lose(DateOnly on)
    {
        RequireOnItsWay();
        LostOn = on;
    }

    private void RequireOnItsWay()
    {
        if (State != ShipmentState.OnItsWay) throw SalesOrdersRules.ShipmentArrived.Broken();
    }
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

internal enum ShipmentState
{
    [Label("On its way", "运输中")]
    OnItsWay,
    [Label("Delivered", "已送达")]
    Delivered,
    [Label("Lost", "已丢失")]
    Lost,
}

/// <summary>How goods are sent off.</summary>
internal sealed record Dispatch(DateOnly ShippedOn, string? Carrier, string? TrackingNumber);
