using System.Linq.Expressions;
using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>How a product is taken down for a sale, by the database and in memory.</summary>
internal static class ProductSnapshots
{
    public static readonly Expression<Func<Product, ProductSnapshot>> Of =
        p => new ProductSnapshot(p.Id, p.Sku, p.Name, p.Category, p.Unit, p.ListPrice, p.Currency, p.Cost, p.IsActive, p.Kind == ProductKind.Service)
        {
            IsTracked = p.IsTracked,
            CurrentCost = p.CurrentCost,
            TaxClass = p.TaxClass,
            ActiveFrom = p.ActiveFrom,
            ActiveTo = p.ActiveTo,
        };

    public static readonly Func<Product, ProductSnapshot> Take = Of.Compile();
}
