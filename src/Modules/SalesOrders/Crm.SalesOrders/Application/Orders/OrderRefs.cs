using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Orders;

internal static class OrderRefs
{
    /// <summary>Refuses refs that belong to another order, a deleted one included.</summary>
    public static async Task RequireFreeOrderRefs(this SalesOrdersDbContext db, IReadOnlyList<ExternalRef> refs, CancellationToken ct)
    {
        var held = db.OrderRefs.Select(r => new ExternalKey { System = r.System, Id = r.RefId });
        if (await held.FirstTaken([.. refs.Select(r => new ExternalKey { System = r.System, Id = r.Id })], ct) is { } taken) throw SalesOrdersRules.ExternalRefTaken.Broken(taken.System, taken.Id);
    }

    /// <summary>The order with this key in another system, deleted or not; null when there is none that the caller may see.</summary>
    public static Task<Order?> OrderByRef(this SalesOrdersDbContext db, string system, string id, CancellationToken ct) =>
        db.Orders.IgnoreQueryFilters([ModuleDbContext.DeletedFilter])
            .SingleOrDefaultAsync(o => db.OrderRefs.Any(r => r.OrderId == o.Id && r.System == system && r.RefId == id), ct);
}
