using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

internal static class SoldProducts
{
    /// <summary>Refuses to go on with an order for products that are not sold on a business date.</summary>
    public static async Task RequireSold(this SalesOrdersDbContext db, Order order, DateOnly day, CancellationToken ct)
    {
        var ids = order.Lines.Where(l => l.Quantity > 0).Select(l => l.ProductId).Distinct().ToList();
        var closed = await db.Products.Where(p => EF.Parameter(ids).Contains(p.Id) && (!p.IsActive || p.ActiveFrom > day || p.ActiveTo < day))
            .OrderBy(p => p.Sku).Select(p => p.Sku).ToListAsync(ct);
        if (closed.Count > 0) throw CatalogueRules.NotSoldOn.Broken(string.Join(", ", closed), day);
    }
}
