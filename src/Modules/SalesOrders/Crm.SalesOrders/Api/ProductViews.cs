using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Api;

/// <summary>A product, in a list and alone.</summary>
/// <param name="Category">Code.</param>
/// <param name="Unit">How it is packed.</param>
/// <param name="ListPrice">Per unit, up to eight decimals.</param>
/// <param name="Currency">Of list price and cost.</param>
/// <param name="Cost">Standard cost per unit, up to eight decimals.</param>
/// <param name="CurrentCost">What a unit does cost, by receipts; null until something was received.</param>
/// <param name="ReorderLevel">Available stock at or below it wants replenishing.</param>
/// <param name="Kind">Goods are stocked and shipped; a service is done and accepted.</param>
/// <param name="UnitOfMeasure">Code of what quantities of it count.</param>
/// <param name="TaxClass">Its own; null: that of its category.</param>
/// <param name="IsTracked">Its units are counted in warehouses.</param>
/// <param name="ActiveFrom">First business date on which it is sold.</param>
/// <param name="ActiveTo">Last business date on which it is sold.</param>
/// <param name="Barcode">As it is printed on it.</param>
internal sealed record ProductView(
    Guid Id,
    string Sku,
    string Name,
    string? Category,
    string? Unit,
    decimal ListPrice,
    string Currency,
    decimal? Cost,
    [property: MaskedAs(ProductContent.CostField)] decimal? CurrentCost,
    int? ReorderLevel,
    bool IsActive,
    ProductKind Kind,
    string? UnitOfMeasure,
    string? TaxClass,
    bool IsTracked,
    DateOnly? ActiveFrom,
    DateOnly? ActiveTo,
    string? Barcode,
    IReadOnlyList<ExternalRef> ExternalRefs,
    int Version)
{
    public static readonly Expression<Func<Product, ProductView>> FromProduct = p => new ProductView(
        p.Id.Value, p.Sku, p.Name, p.Category, p.Unit, p.ListPrice, p.Currency, p.Cost, p.CurrentCost, p.ReorderLevel, p.IsActive, p.Kind,
        p.UnitOfMeasure, p.TaxClass, p.IsTracked, p.ActiveFrom, p.ActiveTo, p.Barcode,
        p.ExternalRefs.Select(r => new ExternalRef(r.System, r.RefId)).ToList(), p.Version);
}
