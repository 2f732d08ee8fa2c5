using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Persistence;
using Crm.SalesOrders.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>Keeps which products reached which customers, in whatever order that is heard, and takes reviews of them for true purchases.</summary>
internal sealed class KeepDeliveries(CustomersDbContext db)
    : IConsumer<ShipmentDispatchedV1>, IConsumer<ShipmentDeliveredV1>, IConsumer<ShipmentLostV1>, IConsumer<ServiceAcceptedV1>
{
    public async Task Consume(Received<ShipmentDispatchedV1> received, CancellationToken ct)
    {
        var sent = received.Event;
        var known = await Of(sent.ShipmentId, ct);
        var arrived = known.Find(d => d.CustomerId is not null);
        foreach (var product in sent.Lines.Select(l => l.ProductId).Distinct().Where(p => !known.Exists(d => d.ProductId == p)))
        {
            var row = new DeliveredProduct(sent.ShipmentId, product, sent.OrderId);
            db.Set<DeliveredProduct>().Add(row);
            if (arrived is { CustomerId: { } customer, DeliveredOn: { } on }) row.Arrive(customer, on);
        }

        if (arrived?.CustomerId is { } buyer) await Verify(buyer, sent.OrderId, [.. sent.Lines.Select(l => l.ProductId)], ct);
    }

    public async Task Consume(Received<ShipmentDeliveredV1> received, CancellationToken ct)
    {
        var arrival = received.Event;
        var customer = new CustomerId(arrival.CustomerId);
        var rows = await Of(arrival.ShipmentId, ct);
        // What was in it may be heard later.
        if (rows.Count == 0) Add(rows, new DeliveredProduct(arrival.ShipmentId, Guid.Empty, arrival.OrderId));
        foreach (var row in rows) row.Arrive(customer, arrival.DeliveredOn);
        await Verify(customer, arrival.OrderId, rows.ConvertAll(r => r.ProductId), ct);
    }

    public async Task Consume(Received<ShipmentLostV1> received, CancellationToken ct) =>
        db.Set<DeliveredProduct>().RemoveRange(await Of(received.Event.ShipmentId, ct));

    public async Task Consume(Received<ServiceAcceptedV1> received, CancellationToken ct)
    {
        var accepted = received.Event;
        var customer = new CustomerId(accepted.CustomerId);
        var known = await Of(accepted.AcceptanceId, ct);
        foreach (var product in accepted.Lines.Select(l => l.ProductId).Distinct().Where(p => !known.Exists(d => d.ProductId == p)))
            Add(known, new DeliveredProduct(accepted.AcceptanceId, product, accepted.OrderId));
        foreach (var row in known) row.Arrive(customer, accepted.AcceptedOn);
        await Verify(customer, accepted.OrderId, known.ConvertAll(r => r.ProductId), ct);
    }

    private Task<List<DeliveredProduct>> Of(Guid shipment, CancellationToken ct) => db.Set<DeliveredProduct>().Where(d => d.ShipmentId == shipment).ToListAsync(ct);

    private void Add(List<DeliveredProduct> rows, DeliveredProduct row)
    {
        db.Set<DeliveredProduct>().Add(row);
        rows.Add(row);
    }

    private async Task Verify(CustomerId customer, Guid order, List<Guid> products, CancellationToken ct)
    {
        // A review that is written meanwhile would neither be found here nor find what arrived.
        await db.TakeTurn(customer, ct);
        var family = await db.FamilyOf(customer.Value, ct);
        var reviews = await db.Set<Review>().Where(r => !r.IsVerified && family.Contains(r.CustomerId)
            && ((r.ProductId == null && r.OrderId == order) || (r.ProductId != null && products.Contains(r.ProductId.Value) && (r.OrderId == null || r.OrderId == order)))).ToListAsync(ct);
        foreach (var review in reviews) review.Verify();
    }
}
