using System.Linq.Expressions;
using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Api;

/// <summary>A product, in a list and alone.</summary>
/// <param name="ListPrice">Per unit, up to eight decimals.</param>
/// <param name="Currency">Of list price and cost.</param>
/// <param name="Cost">Standard cost per unit, up to eight decimals.</param>
/// <param name="ReorderLevel">Available stock at or below it wants replenishing.</param>
/// <param name="Kind">Goods are stocked and shipped; a service is done and accepted.</param>
internal sealed record ProductView(
    Guid Id,
    string Sku,
    string Name,
    string? Category,
    string? Unit,
    decimal ListPrice,
    string Currency,
    decimal? Cost,
    int? ReorderLevel,
    bool IsActive,
    ProductKind Kind,
    IReadOnlyList<ExternalRef> ExternalRefs,
    int Version)
{
    public static readonly Expression<Func<Product, ProductView>> FromProduct = p => new ProductView(
        p.Id.Value, p.Sku, p.Name, p.Category, p.Unit, p.ListPrice, p.Currency, p.Cost, p.ReorderLevel, p.IsActive, p.Kind,
        p.ExternalRefs.Select(r => new ExternalRef(r.System, r.RefId)).ToList(), p.Version);
}
