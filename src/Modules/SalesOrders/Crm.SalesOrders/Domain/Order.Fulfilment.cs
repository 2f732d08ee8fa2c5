using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>How goods come to the customer and services are accepted.</summary>
internal sealed partial class Order
{
    private readonly List<Acceptance> _acceptances = [];

    /// <summary>How far it is shipped before it is paid.</summary>
    public PaymentPolicy PaymentPolicy { get; private set; }

    /// <summary>Only those that were added since the order was loaded.</summary>
    public IReadOnlyCollection<Acceptance> Acceptances => _acceptances;

    /// <summary>Nothing is to be shipped or accepted any more.</summary>
    public bool IsFullyShipped => _lines.Exists(l => l.Shipped > 0) && _lines.TrueForAll(l => l.Open == 0);

    private bool IsFullyDelivered => IsFullyShipped && _lines.TrueForAll(l => l.OnTheirWay == 0);

    private IEnumerable<OrderLine> Stocked => _lines.Where(l => l.IsStocked);

    /// <summary>What the customer has paid or need not pay; money that is to go back, or asked to, covers nothing.</summary>
    public decimal Covered => Refundable + Credited + CreditReserved;

    /// <param name="quantities">Line id to units; null ships everything that is still open.</param>
    /// <param name="dispatch">How it is sent.</param>
    /// <param name="stock">Of all products of the order.</param>
    /// <param name="now">When it is recorded.</param>
    public Shipment Ship(IReadOnlyDictionary<Guid, int>? quantities, Dispatch dispatch, LockedStock stock, DateTimeOffset now)
    {
        Require(OrderAction.Ship);
        var wanted = Wanted(quantities, services: false);
        RequirePaid(wanted);
        stock.RequireAvailable(wanted.Where(w => w.Line.IsStocked).Select(w => (w.Line, Math.Max(w.Quantity - w.Line.Allocated, 0))));
        foreach (var (line, quantity) in wanted)
        {
            var promised = Math.Min(quantity, line.Allocated);
            if (line.IsStocked) stock.Of(line).Issue(quantity, promised, new MovementCause(MovementReason.Issue, dispatch.ShippedOn, now, Id));
            line.Ship(quantity, promised);
        }

        return Send(wanted, dispatch, now);
    }

    /// <summary>The customer accepts services.</summary>
    /// <param name="quantities">Line id to units; null accepts all services that are still open.</param>
    /// <param name="terms">When, and who said so.</param>
    /// <param name="now">When it is recorded.</param>
    public Acceptance Accept(IReadOnlyDictionary<Guid, int>? quantities, AcceptanceTerms terms, DateTimeOffset now)
    {
        Require(OrderAction.Accept);
        var wanted = Wanted(quantities, services: true);
        RequirePaid(wanted);
        foreach (var (line, quantity) in wanted) line.Accept(quantity);
        var acceptance = new Acceptance(terms, wanted.Select(w => new AcceptanceLine(w.Line, w.Quantity)), now);
        _acceptances.Add(acceptance);
        Derive();
        Raise(new ServiceWasAccepted(acceptance, IsFullyShipped));
        return acceptance;
    }

    /// <summary>Goods reached the customer.</summary>
    public void Deliver(Shipment shipment, DateOnly on)
    {
        Require(OrderAction.Deliver);
        shipment.Deliver(on);
        foreach (var sent in shipment.Lines) Line(sent.LineId).Deliver(sent.Quantity);
        Derive();
        Raise(new ShipmentWasDelivered(shipment, IsFullyDelivered));
    }

    /// <summary>
    /// Goods did not reach the customer. They had left the stock, and are gone; the customer is still to get as many: they are open again,
    /// take what is free and otherwise wait for goods to come in.
    /// </summary>
    public void Lose(Shipment shipment, DateOnly on, LockedStock stock)
    {
        Require(OrderAction.Lose);
        shipment.Lose(on);
        var lines = shipment.Lines.Select(sent => (Line: Line(sent.LineId), sent.Quantity)).ToList();
        foreach (var (line, quantity) in lines) line.Lose(quantity);
        foreach (var (line, _) in lines) Allocate(line, Math.Min(line.BackOrdered, stock.AvailableFor(line)), stock);
        // What was completed is not any more.
        Become(OrderState.Confirmed, OrderAction.Lose);
        Raise(new ShipmentWasLost(shipment));
    }

    private List<(OrderLine Line, int Quantity)> Wanted(IReadOnlyDictionary<Guid, int>? quantities, bool services)
    {
        if (quantities is null) return [.. _lines.Where(l => l.IsService == services && l.Open > 0).Select(l => (l, l.Open))];
        var wanted = new List<(OrderLine Line, int Quantity)>();
        foreach (var (lineId, quantity) in quantities)
        {
            var line = Line(lineId);
            if (line.IsService != services) throw (services ? SalesOrdersRules.GoodsAreShipped : SalesOrdersRules.ServicesAreAccepted).Broken(line.Sku);
            if (quantity > line.Open) throw SalesOrdersRules.ShipsTooMuch.Broken(line.Sku, line.Open, quantity);
            wanted.Add((line, quantity));
        }

        return wanted;
    }

    /// <summary>A prepaid order goes no further than it is paid; shipping is charged with the first goods.</summary>
    private void RequirePaid(List<(OrderLine Line, int Quantity)> wanted)
    {
        if (PaymentPolicy == PaymentPolicy.OnCredit) return;
        var more = wanted.ToDictionary(w => w.Line.Id, w => w.Quantity);
        var value = _lines.Sum(l => l.ValueWith(more.GetValueOrDefault(l.Id))) + Freight + FreightTax;
        if (value > Covered) throw SalesOrdersRules.NotPrepaid.Broken(Currencies.Round(value - Covered, Currency), Currency);
    }

    private Shipment Send(List<(OrderLine Line, int Quantity)> sent, Dispatch dispatch, DateTimeOffset now)
    {
        var shipment = new Shipment(
            dispatch.ShippedOn, dispatch.Carrier, dispatch.TrackingNumber, sent.Select(s => new ShipmentLine(s.Line.Id, s.Line.ProductId, s.Quantity)), now);
        _shipments.Add(shipment);
        ShippedOn = dispatch.ShippedOn;
        Derive();
        Raise(new ShipmentWasDispatched(shipment, IsFullyShipped));
        return shipment;
    }
}
