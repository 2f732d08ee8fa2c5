using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application;

/// <summary>All products as they are, for a module that joins late. Orders are facts: they are kept by those who count them.</summary>
internal sealed class SalesOrdersCurrentState(SalesOrdersDbContext db) : ICurrentState
{
    public async IAsyncEnumerable<StateEvent> Read([EnumeratorCancellation] CancellationToken ct)
    {
        var products = db.Products.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).AsNoTracking().OrderBy(p => p.Sku).AsAsyncEnumerable();
        await foreach (var product in products.WithCancellation(ct))
            yield return new StateEvent(Names.Stream(product), product.Version, SalesOrdersPublishedEvents.Of(product));
    }
}
