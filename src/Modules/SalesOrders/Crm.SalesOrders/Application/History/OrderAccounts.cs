using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.SalesOrders.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.History;

/// <summary>Everything by which the amounts of orders came about, for whoever has to begin with it.</summary>
internal static class OrderAccounts
{
    /// <summary>Orders that somebody who keeps accounts of customers has to know.</summary>
    public static IQueryable<Order> WithAccounts(this IQueryable<Order> orders) => orders.Where(o =>
        o.State == OrderState.Confirmed || o.State == OrderState.Completed || o.State == OrderState.Cancelled || o.Paid != 0m || o.Refunded != 0m);

    public static OrderAccountV1 AccountOf(this Order order, IEnumerable<OrderAccountEntryV1> entries) => new(
        order.Key, SalesOrdersPublishedEvents.StateOf(order), order.State is OrderState.Confirmed or OrderState.Completed, order.CancelledOn, order.Owed, [.. entries]);

    public static async Task<ILookup<OrderId, OrderAccountEntryV1>> EntriesOf(this SalesOrdersDbContext db, IReadOnlyList<OrderId> ids, CancellationToken ct)
    {
        var orders = db.Orders.IgnoreAutoIncludes().Where(o => EF.Parameter(ids).Contains(o.Id));
        var entries = new List<Entry>();
        foreach (var source in Sources(db, ids, orders)) entries.AddRange(await source.AsNoTracking().ToListAsync(ct));
        entries.AddRange(await Money(db, ids, ct));
        entries.AddRange(await Invoices(db, ids, ct));
        return entries.ToLookup(e => e.OrderId, e => new OrderAccountEntryV1(e.Kind, e.DocumentId, e.On, e.RecordedAt, e.Amount, e.Number));
    }

    private static IReadOnlyList<IQueryable<Entry>> Sources(SalesOrdersDbContext db, IReadOnlyList<OrderId> ids, IQueryable<Order> orders) =>
    [
        db.OrderChanges.Where(c => EF.Parameter(ids).Contains(c.OrderId) && c.State == OrderChangeState.Accepted)
            .Select(c => new Entry { OrderId = c.OrderId, Kind = "change", DocumentId = c.Id.Value, RecordedAt = c.DecidedAt, Amount = c.GrossAfter - c.GrossBefore }),
        db.Refunds.Where(r => EF.Parameter(ids).Contains(r.OrderId) && r.Credit != 0m && (r.State == RefundState.Approved || r.State == RefundState.Settled))
            .Select(r => new Entry { OrderId = r.OrderId, Kind = "credit", DocumentId = r.Id.Value, RecordedAt = r.DecidedAt, Amount = r.Credit }),
        db.Refunds.Where(r => EF.Parameter(ids).Contains(r.OrderId) && r.State == RefundState.Settled)
            .Select(r => new Entry { OrderId = r.OrderId, Kind = "refund", DocumentId = r.Id.Value, On = r.SettledOn, Amount = r.Amount }),
        db.Returns.Where(r => EF.Parameter(ids).Contains(r.OrderId) && r.ReceivedOn != null)
            .Select(r => new Entry { OrderId = r.OrderId, Kind = "return", DocumentId = r.Id.Value, On = r.ReceivedOn }),
        orders.SelectMany(o => o.WriteOffs, (o, w) => new Entry { OrderId = o.Id, Kind = "writeOff", DocumentId = w.Id, On = w.On, RecordedAt = w.RecordedAt, Amount = w.Amount }),
        orders.SelectMany(o => o.Shipments.Where(s => s.DeliveredOn != null), (o, s) => new Entry { OrderId = o.Id, Kind = "delivery", DocumentId = s.Id, On = s.DeliveredOn }),
        orders.SelectMany(o => o.Acceptances, (o, a) => new Entry { OrderId = o.Id, Kind = "delivery", DocumentId = a.Id, On = a.AcceptedOn, RecordedAt = a.RecordedAt }),
    ];

    private static async Task<IEnumerable<Entry>> Money(SalesOrdersDbContext db, IReadOnlyList<OrderId> ids, CancellationToken ct)
    {
        var entries = await db.PaymentEntries.AsNoTracking()
            .Where(e => EF.Parameter(ids).Contains(e.OrderId) && (e.Kind == PaymentEntryKind.Capture || e.Kind == PaymentEntryKind.ChargeBack)).ToListAsync(ct);
        return entries.Select(e => new Entry
        {
            OrderId = e.OrderId,
            Kind = e.Kind == PaymentEntryKind.Capture ? "payment" : Enums.Name(e.Kind),
            DocumentId = e.Id,
            On = e.PaidOn,
            RecordedAt = e.RecordedAt,
            Amount = e.Amount,
        });
    }

    private static async Task<IEnumerable<Entry>> Invoices(SalesOrdersDbContext db, IReadOnlyList<OrderId> ids, CancellationToken ct)
    {
        var invoices = await db.Invoices.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.OrderId))
            .Select(i => new { i.OrderId, i.Kind, i.Id, i.IssuedOn, i.Total, i.Number }).ToListAsync(ct);
        return invoices.Select(i => new Entry { OrderId = i.OrderId, Kind = Enums.Name(i.Kind), DocumentId = i.Id.Value, On = i.IssuedOn, Amount = i.Total, Number = i.Number });
    }

    private sealed class Entry
    {
        public required OrderId OrderId { get; init; }

        public required string Kind { get; init; }

        public required Guid DocumentId { get; init; }

        public DateOnly? On { get; init; }

        public DateTimeOffset? RecordedAt { get; init; }

        public decimal? Amount { get; init; }

        public string? Number { get; init; }
    }
}
