using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.History;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application;

/// <summary>
/// All products, categories and published prices and the accounts of all orders as they are, for a module that joins late. What counts orders as facts keeps their events
/// itself and does not listen to accounts.
/// </summary>
internal sealed class SalesOrdersCurrentState(SalesOrdersDbContext db) : ICurrentState
{
    private const int OrdersPerRead = 200;

    public async IAsyncEnumerable<StateEvent> Read([EnumeratorCancellation] CancellationToken ct)
    {
        var products = db.Products.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).AsNoTracking().OrderBy(p => p.Sku).AsAsyncEnumerable();
        await foreach (var product in products.WithCancellation(ct))
            yield return new StateEvent(Names.Stream(product), product.Version, SalesOrdersPublishedEvents.Of(product));
        await foreach (var category in db.Categories.AsNoTracking().OrderBy(c => c.Code).AsAsyncEnumerable().WithCancellation(ct))
            yield return new StateEvent(Names.Stream(category), category.Version, SalesOrdersPublishedEvents.Of(category, isDeleted: false));
        await foreach (var publication in db.PricePublications.AsNoTracking().OrderBy(p => p.PublishedAt).ThenBy(p => p.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            // Each part stands where it was told.
            foreach (var (told, i) in ToldPrices.Again(publication).Select((t, i) => (t, i))) yield return new StateEvent(Names.Stream(publication), i + 1, told);
        }

        await foreach (var orders in db.InPages<Order, OrderId>(db.Orders.WithAccounts(), ct).Chunk(OrdersPerRead).WithCancellation(ct))
        {
            var entries = await db.EntriesOf([.. orders.Select(o => o.Id)], ct);
            foreach (var order in orders) yield return new StateEvent(Names.Stream(order), order.Version, order.AccountOf(entries[order.Id]));
        }
    }
}
