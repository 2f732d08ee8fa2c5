using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Catalogue;

internal static class ProductRefs
{
    private static readonly string[] WithDeleted = [ModuleDbContext.DeletedFilter];

    /// <summary>The product with this key in another system, deleted or not.</summary>
    public static Task<Product?> ProductByRef(this SalesOrdersDbContext db, string system, string id, CancellationToken ct) =>
        db.Products.IgnoreQueryFilters(WithDeleted).SingleOrDefaultAsync(p => p.ExternalRefs.Any(r => r.System == system && r.RefId == id), ct);

    /// <summary>Refuses an SKU that belongs to a product, a deleted one included.</summary>
    public static async Task RequireFreeSku(this SalesOrdersDbContext db, string sku, CancellationToken ct)
    {
        if (await db.Products.IgnoreQueryFilters(WithDeleted).AnyAsync(p => p.Sku == sku, ct)) throw SalesOrdersRules.SkuTaken.Broken(sku);
    }

    /// <summary>Refuses refs that belong to another product.</summary>
    public static async Task RequireFreeProductRefs(this SalesOrdersDbContext db, IReadOnlyList<ExternalRef>? refs, ProductId? own, CancellationToken ct)
    {
        var held = db.Products.IgnoreQueryFilters(WithDeleted).Where(p => own == null || p.Id != own).SelectMany(p => p.ExternalRefs)
            .Select(r => new ExternalKey { System = r.System, Id = r.RefId });
        if (await held.FirstTaken([.. (refs ?? []).Select(r => new ExternalKey { System = r.System, Id = r.Id })], ct) is { } taken)
            throw SalesOrdersRules.ExternalRefTaken.Broken(taken.System, taken.Id);
    }
}
