using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>Gives goods that came in to the orders that wait for them, the oldest order first.</summary>
internal static class BackOrders
{
    /// <param name="db">In the transaction that brought the goods.</param>
    /// <param name="stock">What came in, locked: nobody else takes of it or begins to wait for it meanwhile.</param>
    /// <param name="ct">Cancels before the commit.</param>
    /// <returns>Units that were given.</returns>
    public static async Task<int> FillBackOrders(this SalesOrdersDbContext db, LockedStock stock, CancellationToken ct)
    {
        var free = stock.Levels.Where(l => l.Available > 0).ToDictionary(l => l.ProductId, l => (long)l.Available);
        if (free.Count == 0) return 0;
        var served = Served(await Waiting(db, [.. free.Keys], stock.Warehouse, ct), free);
        if (served.Count == 0) return 0;

        // Locks on orders come after those on stock, everywhere, and in the order of their ids. The lines are read once their orders are
        // locked: a line read in the same statement might be older than its order.
        var orders = await db.Dialect.Locked<Order, OrderId>(db, nameof(Order.Id), served).IgnoreAutoIncludes().ToListAsync(ct);
        await db.OrderLines.Where(l => EF.Parameter(served).Contains(EF.Property<OrderId>(l, "OrderId"))).LoadAsync(ct);
        return orders.OrderBy(o => served.IndexOf(o.Id)).Sum(order => order.FillBackOrders(stock));
    }

    /// <summary>Units that orders of a warehouse wait for, by product.</summary>
    public static Task<Dictionary<ProductId, long>> BackOrdered(this SalesOrdersDbContext db, List<ProductId> products, string warehouse, CancellationToken ct) =>
        db.OrderLines.Where(l => l.BackOrdered > 0 && EF.Parameter(products).Contains(l.ProductId))
            .Join(db.Orders.IgnoreQueryFilters(), l => EF.Property<OrderId>(l, "OrderId"), o => o.Id, (l, o) => new { l.ProductId, l.BackOrdered, o.Warehouse })
            .Where(l => l.Warehouse == warehouse)
            .GroupBy(l => l.ProductId)
            .Select(g => new { Product = g.Key, Units = g.Sum(l => (long)l.BackOrdered) })
            .ToDictionaryAsync(g => g.Product, g => g.Units, ct);

    private static Task<List<WaitingLine>> Waiting(SalesOrdersDbContext db, List<ProductId> products, string warehouse, CancellationToken ct) =>
        db.OrderLines.Where(l => l.BackOrdered > 0 && EF.Parameter(products).Contains(l.ProductId))
            .Join(
                db.Orders.IgnoreQueryFilters(),
                l => EF.Property<OrderId>(l, "OrderId"),
                o => o.Id,
                (l, o) => new { l.ProductId, l.BackOrdered, o.Id, o.Warehouse, o.PlacedAt, o.Number })
            .Where(l => l.Warehouse == warehouse)
            .OrderBy(l => l.PlacedAt).ThenBy(l => l.Number)
            .Select(l => new WaitingLine(l.Id, l.ProductId, l.BackOrdered))
            .ToListAsync(ct);

    private static List<OrderId> Served(List<WaitingLine> waiting, Dictionary<ProductId, long> free)
    {
        var served = new List<OrderId>();
        foreach (var line in waiting)
        {
            if (free[line.Product] == 0) continue;
            free[line.Product] -= Math.Min(free[line.Product], line.Units);
            if (!served.Contains(line.Order)) served.Add(line.Order);
        }

        return served;
    }

    private sealed record WaitingLine(OrderId Order, ProductId Product, int Units);
}
