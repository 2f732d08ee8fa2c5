using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>What can be promised of some products in a warehouse, and from when.</summary>
internal static class Promises
{
    /// <summary>With the same reads for one product as for a hundred: levels, waiting orders, and each kind of supply.</summary>
    public static async Task<List<ProductPromise>> PromisesOf(
        this SalesOrdersDbContext db, List<ProductSnapshot> products, string warehouse, DateOnly today, CancellationToken ct)
    {
        var ids = products.ConvertAll(p => p.Id);
        var levels = await db.StockLevels.AsNoTracking().Where(l => l.Warehouse == warehouse && EF.Parameter(ids).Contains(l.ProductId)).ToDictionaryAsync(l => l.ProductId, ct);
        var waiting = await db.BackOrdered(ids, warehouse, ct);
        var supplies = (await db.InTransit(ids, warehouse, ct)).Concat(await db.Ordered(ids, warehouse, ct)).ToLookup(s => s.Product, s => s.Supply);
        return products.ConvertAll(p =>
        {
            var level = levels.GetValueOrDefault(p.Id) ?? new StockLevel(p.Id, p.Sku, warehouse);
            var backOrdered = waiting.GetValueOrDefault(p.Id);
            return new ProductPromise(p, level, backOrdered, new PromiseTimeline(level.Available, backOrdered, supplies[p.Id], today));
        });
    }

    private static async Task<List<(ProductId Product, ExpectedSupply Supply)>> Ordered(
        this SalesOrdersDbContext db, List<ProductId> products, string warehouse, CancellationToken ct)
    {
        var found = await db.SupplyOrders
            .Where(o => (o.State == SupplyOrderState.Placed || o.State == SupplyOrderState.PartiallyReceived) && o.Warehouse == warehouse)
            .SelectMany(o => o.Lines)
            .Where(l => EF.Parameter(products).Contains(l.ProductId))
            .Select(l => new { l.ProductId, l.ExpectedOn, Open = l.Quantity - l.Received - l.Cancelled })
            .Where(l => l.Open > 0)
            .ToListAsync(ct);
        return found.ConvertAll(l => (l.ProductId, new ExpectedSupply(l.ExpectedOn!.Value, l.Open)));
    }

    private static async Task<List<(ProductId Product, ExpectedSupply Supply)>> InTransit(
        this SalesOrdersDbContext db, List<ProductId> products, string warehouse, CancellationToken ct)
    {
        var found = await db.StockTransfers.Where(t => t.State == TransferState.InTransit && t.To == warehouse)
            .SelectMany(t => t.Lines, (t, l) => new { t.ExpectedOn, l.ProductId, InTransit = l.Quantity - l.Received - l.Returned })
            .Where(l => EF.Parameter(products).Contains(l.ProductId) && l.InTransit > 0)
            .ToListAsync(ct);
        return found.ConvertAll(l => (l.ProductId, new ExpectedSupply(l.ExpectedOn, l.InTransit)));
    }
}

/// <param name="Product">Which.</param>
/// <param name="Level">Its stock now.</param>
/// <param name="BackOrdered">Units that confirmed orders wait for.</param>
/// <param name="Timeline">From when how many can be had.</param>
internal sealed record ProductPromise(ProductSnapshot Product, StockLevel Level, long BackOrdered, PromiseTimeline Timeline);
