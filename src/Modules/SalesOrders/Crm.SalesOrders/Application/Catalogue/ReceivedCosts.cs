using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>
/// Makes the current cost of products follow what suppliers were paid for them. The stock of the products is locked in all warehouses before,
/// so that two receipts at once are averaged one after the other; their rows are locked after it, as stock always comes first.
/// </summary>
internal sealed class ReceivedCosts(SalesOrdersDbContext db, ISettings settings, CallerContext caller, TimeProvider time)
{
    /// <param name="order">That received something.</param>
    /// <param name="stock">Of its products.</param>
    /// <param name="receivedOn">Business date.</param>
    /// <param name="goods">What came just now, already in the stock.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Follow(SupplyOrder order, LockedStock stock, DateOnly receivedOn, IReadOnlyCollection<Units> goods, CancellationToken ct)
    {
        var costs = order.Lines.Where(l => l.UnitCost is not null).ToDictionary(l => l.ProductId, l => l.UnitCost!.Value);
        var known = goods.Where(g => costs.ContainsKey(g.ProductId)).ToList();
        if (known.Count == 0) return;
        var lastOnly = await settings.YesNo(SalesSettings.CostIsLast, ct);
        var products = await db.Dialect.Locked<Product, ProductId>(db, nameof(Product.Id), known.ConvertAll(g => g.ProductId)).ToDictionaryAsync(p => p.Id, ct);
        var origin = new CostOrigin(CostSource.SupplyOrder, receivedOn, time.GetUtcNow(), caller.Caller.Id, order.Key);
        foreach (var units in known)
        {
            var product = products[units.ProductId];
            // A cost in another currency says nothing about this one.
            if (product.Currency != order.Currency) continue;
            var before = stock.Everywhere(product.Id).Sum(l => (long)l.OnHand) - units.Quantity;
            product.FollowReceipt(units.Quantity, costs[units.ProductId], before, lastOnly, origin);
        }
    }
}
