using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>What stock levels must be, added up from everything that has ever moved, promised, kept or announced units.</summary>
internal sealed class ExplainedStock
{
    private readonly Dictionary<StockLevelId, long> _moved;
    private readonly Dictionary<(ProductId Product, string Warehouse), long> _allocated;
    private readonly Dictionary<(ProductId Product, string Warehouse), long> _reserved;
    private readonly Dictionary<(ProductId Product, string Warehouse), long> _incoming;

    public ExplainedStock(
        Dictionary<StockLevelId, long> moved, IEnumerable<UnitsIn> allocated, IEnumerable<UnitsIn> reserved, IEnumerable<UnitsIn> incoming)
    {
        _moved = moved;
        (_allocated, _reserved, _incoming) = (Sums(allocated), Sums(reserved), Sums(incoming));
    }

    public StockFigures Of(StockLevel level)
    {
        var place = (level.ProductId, level.Warehouse);
        return new StockFigures(
            checked((int)_moved.GetValueOrDefault(level.Id)),
            checked((int)_allocated.GetValueOrDefault(place)),
            checked((int)_reserved.GetValueOrDefault(place)),
            checked((int)_incoming.GetValueOrDefault(place)));
    }

    private static Dictionary<(ProductId Product, string Warehouse), long> Sums(IEnumerable<UnitsIn> units) =>
        units.GroupBy(u => (u.Product, u.Warehouse)).ToDictionary(g => g.Key, g => g.Sum(u => u.Units));
}

/// <param name="Product">Which product.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="Units">How many.</param>
internal sealed record UnitsIn(ProductId Product, string Warehouse, long Units);

internal static class ExplainingStock
{
    /// <summary>Exact only while the levels of these products are locked.</summary>
    public static async Task<ExplainedStock> ExplainedFigures(this SalesOrdersDbContext db, List<ProductId> products, CancellationToken ct)
    {
        var moved = await db.StockMovements.Where(m => EF.Parameter(products).Contains(m.ProductId))
            .GroupBy(m => m.StockLevelId).Select(g => new { Level = g.Key, Units = g.Sum(m => (long)m.Change) }).ToDictionaryAsync(g => g.Level, g => g.Units, ct);
        var allocated = await Allocated(db, products, ct);
        var reserved = await db.Reservations.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(r => r.State == ReservationState.Active)
            .SelectMany(r => r.Lines, (r, l) => new { l.ProductId, r.Warehouse, l.Quantity })
            .Where(l => EF.Parameter(products).Contains(l.ProductId))
            .GroupBy(l => new { l.ProductId, l.Warehouse })
            .Select(g => new UnitsIn(g.Key.ProductId, g.Key.Warehouse, g.Sum(l => (long)l.Quantity))).ToListAsync(ct);
        return new ExplainedStock(moved, allocated, reserved, [.. await Supplied(db, products, ct), .. await Transferred(db, products, ct)]);
    }

    // By the state, which says what may hold units, and not by the status, whose words may become more.
    private static Task<List<UnitsIn>> Allocated(SalesOrdersDbContext db, List<ProductId> products, CancellationToken ct) =>
        db.Orders.IgnoreQueryFilters().Where(o => o.State == OrderState.Confirmed)
            .SelectMany(o => o.Lines, (o, l) => new { l.ProductId, o.Warehouse, l.Allocated })
            .Where(l => l.Allocated > 0 && EF.Parameter(products).Contains(l.ProductId))
            .GroupBy(l => new { l.ProductId, l.Warehouse })
            .Select(g => new UnitsIn(g.Key.ProductId, g.Key.Warehouse, g.Sum(l => (long)l.Allocated))).ToListAsync(ct);

    private static Task<List<UnitsIn>> Supplied(SalesOrdersDbContext db, List<ProductId> products, CancellationToken ct) =>
        db.SupplyOrders.Where(o => o.State == SupplyOrderState.Placed || o.State == SupplyOrderState.PartiallyReceived)
            .SelectMany(o => o.Lines, (o, l) => new { l.ProductId, o.Warehouse, Open = l.Quantity - l.Received - l.Cancelled })
            .Where(l => EF.Parameter(products).Contains(l.ProductId))
            .GroupBy(l => new { l.ProductId, l.Warehouse })
            .Select(g => new UnitsIn(g.Key.ProductId, g.Key.Warehouse, g.Sum(l => (long)l.Open))).ToListAsync(ct);

    private static Task<List<UnitsIn>> Transferred(SalesOrdersDbContext db, List<ProductId> products, CancellationToken ct) =>
        db.StockTransfers.Where(t => t.State == TransferState.InTransit)
            .SelectMany(t => t.Lines, (t, l) => new { l.ProductId, t.To, InTransit = l.Quantity - l.Received - l.Returned })
            .Where(l => EF.Parameter(products).Contains(l.ProductId))
            .GroupBy(l => new { l.ProductId, l.To })
            .Select(g => new UnitsIn(g.Key.ProductId, g.Key.To, g.Sum(l => (long)l.InTransit))).ToListAsync(ct);
}
