using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>How commands come to the stock they change: warehouses by code, products by SKU, levels under their locks.</summary>
internal static class StockAccess
{
    /// <summary>Refuses a code that no warehouse in use has.</summary>
    public static async Task RequireWarehouse(this SalesOrdersDbContext db, string code, CancellationToken ct)
    {
        if (!await db.Warehouses.AnyAsync(w => w.Code == code && w.IsActive, ct)) throw StockRules.WarehouseUnknown.Broken(code);
    }

    /// <summary>The products that are named by SKU, with so many units of each; several lines of one product become one.</summary>
    public static async Task<List<Units>> UnitsOf(this SalesOrdersDbContext db, IEnumerable<StockLine> lines, CancellationToken ct)
    {
        var wanted = lines.GroupBy(l => l.Sku).ToDictionary(g => g.Key, g => g.Sum(l => (long)l.Quantity));
        var products = await SalesReads.Of(db).ProductsBySku(db, [.. wanted.Keys], ct);
        var unknown = wanted.Keys.Except(products.Select(p => p.Sku)).ToList();
        if (unknown.Count > 0) throw SalesOrdersRules.ProductUnknown.Broken(string.Join(", ", unknown));
        var untracked = products.Where(p => !p.IsTracked).Select(p => p.Sku).ToList();
        if (untracked.Count > 0) throw CatalogueRules.NotTracked.Broken(string.Join(", ", untracked));
        return products.ConvertAll(p => wanted[p.Sku] <= Limits.MostUnits
            ? new Units(p.Id, p.Sku, (int)wanted[p.Sku])
            : throw SalesOrdersRules.StockTooLarge.Broken(p.Sku, Limits.MostUnits));
    }

    /// <summary>The locked stock of these products; a product that was never in the warehouse gets a place there.</summary>
    public static async Task<LockedStock> LockStockToFill(this SalesOrdersDbContext db, IReadOnlyCollection<Units> goods, string warehouse, CancellationToken ct)
    {
        var stock = await db.LockStock(goods.Select(u => u.ProductId), warehouse, ct);
        foreach (var product in goods.DistinctBy(u => u.ProductId).Where(u => stock.Find(u.ProductId) is null))
        {
            var level = new StockLevel(product.ProductId, product.Sku, warehouse);
            db.StockLevels.Add(level);
            stock.Add(level);
        }

        return stock;
    }

    /// <summary>
    /// The locked stock for an order that is confirmed now, with the reservation that it names. Without a reservation this is one read, as
    /// cheap as it can be.
    /// </summary>
    public static async Task<StockToConfirm> LockStockToConfirm(
        this SalesOrdersDbContext db, IEnumerable<ProductId> ordered, string warehouse, Guid? reservationId, CancellationToken ct)
    {
        var products = ordered.ToHashSet();
        var reservation = reservationId is { } id ? await db.ReservationOfOrder(id, ct) : null;
        var kept = reservation?.Lines.Select(l => l.ProductId) ?? [];
        return new StockToConfirm(await db.LockStock(products.Concat(kept), warehouse, ct), reservation, products);
    }

    /// <summary>
    /// The locked stock of an order that will take nothing any more. Units that were reserved for it are free again, unless another order
    /// counts on them.
    /// </summary>
    public static async Task<LockedStock> LockStockToGiveUp(this SalesOrdersDbContext db, Order order, DateTimeOffset now, CancellationToken ct)
    {
        var reservation = order is { ReservationId: { } id, State: not OrderState.Confirmed } ? await db.ReservationOfOrder(id, ct) : null;
        var kept = reservation?.Lines.Select(l => l.ProductId) ?? [];
        var stock = await db.LockStock(order.Lines.Select(l => l.ProductId).Concat(kept), order.Warehouse, ct);
        // Asked under the locks: of two orders that end at once the one that comes second sees that the first is gone.
        if (reservation is { State: ReservationState.Active } && !await db.OtherCountsOn(order, reservation.Key, ct)) reservation.Release(stock, now);
        return stock;
    }

    // The order could name it when it was placed; whoever acts on the order acts on it. One that ended long ago may be forgotten by now.
    private static Task<Reservation?> ReservationOfOrder(this SalesOrdersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new ReservationId(id);
        return db.Reservations.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).SingleOrDefaultAsync(r => r.Id == key, ct);
    }

    private static Task<bool> OtherCountsOn(this SalesOrdersDbContext db, Order order, Guid reservation, CancellationToken ct) =>
        db.Orders.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(
            o => o.ReservationId == reservation && o.Id != order.Id && o.State != OrderState.Cancelled && o.State != OrderState.Expired, ct);

    /// <inheritdoc cref="LockStockToConfirm(SalesOrdersDbContext, IEnumerable{ProductId}, string, Guid?, CancellationToken)"/>
    public static Task<StockToConfirm> LockStockToConfirm(this SalesOrdersDbContext db, Order order, CancellationToken ct) =>
        db.LockStockToConfirm(order.Lines.Select(l => l.ProductId), order.Warehouse, order.ReservationId, ct);
}

/// <summary>What an order may take when it is confirmed: what is free, and what is reserved for it.</summary>
internal sealed class StockToConfirm(LockedStock stock, Reservation? reservation, IReadOnlySet<ProductId> ordered)
{
    /// <summary>Whether all that the order is for is there. Leaves the reservation alone.</summary>
    public bool Suffices(Order order) => stock.Suffices(order, product => reservation?.KeepsOf(product) ?? 0);

    /// <summary>The reservation gives its units; from here on the order has to be confirmed.</summary>
    public LockedStock HandOver(DateTimeOffset now)
    {
        reservation?.GiveTo(ordered, stock, now);
        return stock;
    }
}

/// <param name="Sku">Of the product.</param>
/// <param name="Quantity">Units.</param>
internal sealed record StockLine(string Sku, int Quantity);
