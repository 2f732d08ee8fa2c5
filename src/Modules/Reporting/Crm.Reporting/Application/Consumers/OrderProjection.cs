using Crm.BuildingBlocks;
using Crm.Reporting.Persistence;
using Crm.Reporting.Persistence.Facts;
using Crm.SalesOrders.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Consumers;

/// <summary>Orders with their lines, shipments, refunds and payments. All of these may be known before their order.</summary>
internal sealed partial class OrderProjection(ReportingDbContext db, int generation, RollupChanges rollups)
{
    private readonly Dictionary<Guid, OrderFact> _orders = [];
    private readonly Dictionary<Guid, List<OrderLineFact>> _lines = [];
    private readonly Dictionary<Guid, List<ShipmentFact>> _shipments = [];
    private readonly List<OrderFact> _newOrders = [];
    private readonly List<OrderLineFact> _newLines = [];
    private readonly List<ShipmentFact> _newShipments = [];
    private readonly Dictionary<Guid, List<RefundFact>> _refunds = [];
    private readonly List<RefundFact> _newRefunds = [];
    private readonly List<PaymentFact> _newPayments = [];
    private HashSet<Guid> _payments = [];

    public async Task Apply(IReadOnlyList<Happened> events, CancellationToken ct)
    {
        await Load(events, ct);
        foreach (var (_, happened) in events)
        {
            switch (happened)
            {
                case OrderConfirmedV1 e:
                    Count(e.OrderId, e.Order);
                    break;
                case OrderChangedV1 e:
                    Count(e.OrderId, e.Order);
                    break;
                case OrderCancelledV1 cancelled:
                    TakeBack(cancelled);
                    break;
                case ShipmentDispatchedV1 e:
                    Ship(new Sent(e.OrderId, e.ShipmentId, e.Carrier, e.ShippedOn, e.Lines, e.IsOrderFullyShipped));
                    break;
                case ServiceAcceptedV1 e:
                    Ship(new Sent(e.OrderId, e.AcceptanceId, Carrier: null, e.AcceptedOn, e.Lines, e.IsOrderFullyFulfilled));
                    break;
                case ShipmentLostV1 lost:
                    Lose(lost);
                    break;
                case RefundSettledV1 refund:
                    Refund(refund);
                    break;
                case PaymentCapturedV1 e:
                    Pay(new PaymentFact { Generation = generation, PaymentId = e.PaymentId, OrderId = e.OrderId, CustomerId = e.CustomerId, Amount = e.Amount, Currency = e.Currency, PaidOn = e.PaidOn });
                    break;
                case PaymentChargedBackV1 e:
                    Pay(new PaymentFact { Generation = generation, PaymentId = e.PaymentId, OrderId = e.OrderId, CustomerId = e.CustomerId, Amount = -e.Amount, Currency = e.Currency, PaidOn = e.ChargedBackOn });
                    break;
            }
        }
    }

    /// <summary>Inserts what was not there before, at the latest with the next save. What was there is tracked.</summary>
    public async Task InsertNew(CancellationToken ct)
    {
        await db.InsertAll(_newOrders, ct);
        await db.InsertAll(_newLines, ct);
        await db.InsertAll(_newShipments, ct);
        await db.InsertAll(_newRefunds, ct);
        await db.InsertAll(_newPayments, ct);
    }

    private async Task Load(IReadOnlyList<Happened> events, CancellationToken ct)
    {
        var ids = events.Select(e => OrderOf(e.Event)).OfType<Guid>().Distinct().ToList();
        if (ids.Count > 0) await LoadOrders(ids, ct);
        var payments = events.Select(e => e.Event switch
        {
            PaymentCapturedV1 payment => payment.PaymentId,
            PaymentChargedBackV1 takenBack => takenBack.PaymentId,
            _ => (Guid?)null,
        }).OfType<Guid>().ToList();
        if (payments.Count == 0) return;
        _payments = await db.PaymentFacts.Where(p => p.Generation == generation && EF.Parameter(payments).Contains(p.PaymentId))
            .Select(p => p.PaymentId).ToHashSetAsync(ct);
    }

    private async Task LoadOrders(List<Guid> of, CancellationToken ct)
    {
        // Most orders are new: one trip finds that, instead of three that find nothing.
        var ids = await db.OrderFacts.IgnoreQueryFilters().Where(o => o.Generation == generation && EF.Parameter(of).Contains(o.OrderId)).Select(o => o.OrderId)
            .Concat(db.ShipmentFacts.Where(s => s.Generation == generation && EF.Parameter(of).Contains(s.OrderId)).Select(s => s.OrderId))
            .Concat(db.RefundFacts.Where(r => r.Generation == generation && EF.Parameter(of).Contains(r.OrderId)).Select(r => r.OrderId))
            .ToListAsync(ct);
        if (ids.Count == 0) return;
        foreach (var order in await db.OrderFacts.Where(o => o.Generation == generation && EF.Parameter(ids).Contains(o.OrderId)).ToListAsync(ct))
            _orders.Add(order.OrderId, order);
        foreach (var shipment in await db.ShipmentFacts.Where(s => s.Generation == generation && EF.Parameter(ids).Contains(s.OrderId)).ToListAsync(ct))
            Of(_shipments, shipment.OrderId).Add(shipment);
        foreach (var refund in await db.RefundFacts.Where(r => r.Generation == generation && EF.Parameter(ids).Contains(r.OrderId)).ToListAsync(ct))
            Of(_refunds, refund.OrderId).Add(refund);
        if (_orders.Count == 0) return;
        var known = _orders.Keys.ToList();
        foreach (var line in await db.OrderLineFacts.Where(l => l.Generation == generation && EF.Parameter(known).Contains(l.OrderId)).ToListAsync(ct))
            Of(_lines, line.OrderId).Add(line);
    }

    private static Guid? OrderOf(IIntegrationEvent happened) => happened switch
    {
        OrderConfirmedV1 e => e.OrderId,
        OrderChangedV1 e => e.OrderId,
        OrderCancelledV1 e => e.OrderId,
        ShipmentDispatchedV1 e => e.OrderId,
        RefundSettledV1 e => e.OrderId,
        ServiceAcceptedV1 e => e.OrderId,
        ShipmentLostV1 e => e.OrderId,
        _ => null,
    };

    private void Count(Guid orderId, OrderStateV1 state)
    {
        var lines = Of(_lines, orderId);
        if (!_orders.TryGetValue(orderId, out var order))
        {
            order = new OrderFact { Generation = generation, OrderId = orderId };
            _orders.Add(orderId, order);
            _newOrders.Add(order);
        }
        else if (order.CancelledOn is null)
        {
            rollups.Subtract(order, lines);
        }

        Describe(order, state);
        KeepLines(order, lines, state.Lines);
        CountShipped(order, lines);
        foreach (var refund in Of(_refunds, order.OrderId)) Note(refund, lines);
        if (order.CancelledOn is null) rollups.Add(order, lines);
    }

    private void KeepLines(OrderFact order, List<OrderLineFact> lines, IReadOnlyList<OrderLineV1> sold)
    {
        foreach (var gone in lines.Where(l => sold.All(s => s.LineId != l.LineId)).ToList())
        {
            lines.Remove(gone);
            if (!_newLines.Remove(gone)) db.OrderLineFacts.Remove(gone);
        }

        foreach (var item in sold)
        {
            var line = lines.Find(l => l.LineId == item.LineId);
            if (line is null)
            {
                line = new OrderLineFact { Generation = generation, OrderId = order.OrderId, LineId = item.LineId };
                lines.Add(line);
                _newLines.Add(line);
            }

            Describe(line, order, item);
        }
    }

    private void TakeBack(OrderCancelledV1 cancelled)
    {
        // One that was never confirmed was never counted.
        if (!_orders.TryGetValue(cancelled.OrderId, out var order) || order.CancelledOn is not null) return;
        var lines = Of(_lines, order.OrderId);
        rollups.Subtract(order, lines);
        order.CancelledOn = cancelled.CancelledOn;
        foreach (var line in lines) line.IsCancelled = true;
    }

    private void Ship(Sent dispatched)
    {
        var known = Of(_shipments, dispatched.OrderId);
        foreach (var line in dispatched.Lines.Where(l => !known.Exists(s => s.ShipmentId == dispatched.ShipmentId && s.LineId == l.LineId)))
        {
            var shipment = new ShipmentFact
            {
                Generation = generation,
                ShipmentId = dispatched.ShipmentId,
                LineId = line.LineId,
                OrderId = dispatched.OrderId,
                ProductId = line.ProductId,
                Quantity = line.Quantity,
                Carrier = dispatched.Carrier,
                ShippedOn = dispatched.On,
                CompletesOrder = dispatched.CompletesOrder,
            };
            known.Add(shipment);
            _newShipments.Add(shipment);
        }

        if (_orders.TryGetValue(dispatched.OrderId, out var order)) CountShipped(order, Of(_lines, order.OrderId));
    }

    /// <summary>What was lost counts as never sent: it will be sent again.</summary>
    private void Lose(ShipmentLostV1 lost)
    {
        var known = Of(_shipments, lost.OrderId);
        foreach (var gone in known.Where(s => s.ShipmentId == lost.ShipmentId).ToList())
        {
            known.Remove(gone);
            if (!_newShipments.Remove(gone)) db.ShipmentFacts.Remove(gone);
        }

        if (_orders.TryGetValue(lost.OrderId, out var order)) CountShipped(order, Of(_lines, order.OrderId));
    }

    // From all that was sent, not from whether a shipment completed the order: lines may be added afterwards, and shipments be lost.
    private void CountShipped(OrderFact order, List<OrderLineFact> lines)
    {
        var sent = Of(_shipments, order.OrderId).ToLookup(s => s.LineId);
        foreach (var line in lines)
        {
            line.ShippedQuantity = sent[line.LineId].Sum(s => s.Quantity);
            line.ShippedOn = sent[line.LineId].Select(s => (DateOnly?)s.ShippedOn).Max();
        }

        order.ShippedOn = lines.Count > 0 && lines.TrueForAll(l => l.ShippedQuantity >= l.Quantity) ? lines.Max(l => l.ShippedOn) : null;
    }

    private void Pay(PaymentFact payment)
    {
        if (_payments.Add(payment.PaymentId)) _newPayments.Add(payment);
    }

    private static void Describe(OrderFact order, OrderStateV1 state)
    {
        order.Number = state.Number;
        order.CustomerId = state.CustomerId;
        order.Channel = state.Channel;
        order.OwnerId = state.SalespersonId;
        order.UnitId = state.UnitId;
        order.Country = state.ShipToCountry;
        order.Region = state.ShipToRegion;
        order.Currency = state.Currency;
        order.OrderedOn = state.OrderedOn;
        order.Freight = state.Freight;
        order.Payable = state.Gross;
    }

    private static void Describe(OrderLineFact line, OrderFact order, OrderLineV1 sold)
    {
        line.CustomerId = order.CustomerId;
        line.ProductId = sold.ProductId;
        line.Category = sold.Category;
        line.Channel = order.Channel;
        line.OwnerId = order.OwnerId;
        line.UnitId = order.UnitId;
        line.Country = order.Country;
        line.Currency = order.Currency;
        line.OrderedOn = order.OrderedOn;
        line.Quantity = sold.Quantity;
        line.GrossExact = sold.Quantity * sold.UnitPrice;
        line.NetExact = sold.NetExact;
        line.Net = sold.Net;
        line.Cost = sold.Cost;
        line.Tax = sold.Tax;
        (line.ReturnedQuantity, line.ReturnedAmount, line.ReturnedNet, line.ReturnedNetExact) = (0, 0m, 0m, 0m);
    }

    /// <summary>Goods that left, or services that were accepted.</summary>
    private sealed record Sent(Guid OrderId, Guid ShipmentId, string? Carrier, DateOnly On, IReadOnlyList<ShippedLineV1> Lines, bool CompletesOrder);

    private static List<T> Of<T>(Dictionary<Guid, List<T>> lists, Guid id)
    {
        if (!lists.TryGetValue(id, out var list)) lists.Add(id, list = []);
        return list;
    }
}
