using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Checking;

internal static class CheckedOrders
{
    /// <summary>The orders, locked, with everything that happened to them: the same reads for one as for all.</summary>
    public static async Task<List<(Order Order, OrderFacts Facts)>> LockWithFacts(this SalesOrdersDbContext db, List<OrderId> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var orders = await db.Dialect.Locked<Order, OrderId>(db, nameof(Order.Id), ids).IgnoreQueryFilters().IgnoreAutoIncludes().ToListAsync(ct);
        await db.OrderLines.Where(l => EF.Parameter(ids).Contains(EF.Property<OrderId>(l, "OrderId"))).LoadAsync(ct);
        await db.Holds.Where(h => EF.Parameter(ids).Contains(EF.Property<OrderId>(h, "OrderId"))).LoadAsync(ct);
        await db.WriteOffs.Where(w => EF.Parameter(ids).Contains(EF.Property<OrderId>(w, "OrderId"))).LoadAsync(ct);
        await db.Shipments.Include(s => s.Lines).Where(s => EF.Parameter(ids).Contains(EF.Property<OrderId>(s, "OrderId"))).LoadAsync(ct);
        await db.Acceptances.Include(a => a.Lines).Where(a => EF.Parameter(ids).Contains(EF.Property<OrderId>(a, "OrderId"))).LoadAsync(ct);
        var entries = (await db.PaymentEntries.AsNoTracking().Where(e => EF.Parameter(ids).Contains(e.OrderId)).ToListAsync(ct)).ToLookup(e => e.OrderId);
        var refunds = (await db.Refunds.AsNoTracking().Include(r => r.Items).Where(r => EF.Parameter(ids).Contains(r.OrderId)).ToListAsync(ct)).ToLookup(r => r.OrderId);
        var returns = (await db.Returns.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.OrderId)).ToListAsync(ct)).ToLookup(r => r.OrderId);
        var invoices = (await db.Invoices.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.OrderId)).ToListAsync(ct)).ToLookup(i => i.OrderId);
        var movements = (await db.StockMovements.AsNoTracking().Where(m => m.OrderId != null && EF.Parameter(ids).Contains(m.OrderId.Value)).ToListAsync(ct)).ToLookup(m => m.OrderId!.Value);
        var authorised = await Authorised(db, ids, ct);
        return orders.ConvertAll(o => (o, new OrderFacts
        {
            Entries = [.. entries[o.Id]],
            Authorised = authorised.GetValueOrDefault(o.Id),
            Refunds = [.. refunds[o.Id]],
            Returns = [.. returns[o.Id]],
            Invoices = [.. invoices[o.Id]],
            Movements = [.. movements[o.Id]],
            Stocked = o.Lines.Where(l => l.IsStocked).Select(l => l.ProductId).ToHashSet(),
        }));
    }

    // A payment that was ever authorised belongs to one order.
    private static async Task<Dictionary<OrderId, decimal>> Authorised(SalesOrdersDbContext db, List<OrderId> ids, CancellationToken ct)
    {
        var payments = await db.Payments.AsNoTracking().IgnoreAutoIncludes()
            .Where(p => p.Authorised > 0m && p.Entries.Any(e => EF.Parameter(ids).Contains(e.OrderId)))
            .Select(p => new { Order = p.Entries.Select(e => e.OrderId).First(), p.Authorised, p.Captured, p.Voided }).ToListAsync(ct);
        return payments.GroupBy(p => p.Order).ToDictionary(g => g.Key, g => g.Sum(p => Math.Max(0m, p.Authorised - p.Captured - p.Voided)));
    }
}
