using Crm.BuildingBlocks.Hosting.Access;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>How products come into the catalogue and change: with the category and unit they name, their stock, and the history of their cost.</summary>
internal sealed class Products(SalesOrdersDbContext db, CallerContext caller, TimeProvider time)
{
    /// <summary>What is said now about a cost.</summary>
    public CostOrigin Origin(CostSource source, DateOnly? from = null) => new(source, from ?? BusinessDay.Of(time, caller.Caller), time.GetUtcNow(), caller.Caller.Id);

    public async Task<Product> Add(ProductContent content, IReadOnlyCollection<ExternalRef> refs, CancellationToken ct)
    {
        var facts = content.ToFacts();
        await RequireKnown(facts, present: null, ct);
        var product = Product.Create(content.Sku, facts, refs, Origin(CostSource.Manual));
        db.Products.Add(product);
        if (product.IsTracked) db.StockLevels.Add(new StockLevel(product.Id, product.Sku, Warehouses.Default, product.ReorderLevel));
        return product;
    }

    public async Task Change(Product product, ProductContent content, IReadOnlyCollection<ExternalRef>? refs, CancellationToken ct)
    {
        var facts = content.ToFacts();
        await RequireKnown(facts, product, ct);
        await FollowStock(product, facts.Whole, ct);
        product.Change(content.Sku, facts, refs, Origin(CostSource.Manual));
    }

    /// <summary>Refuses a category or unit that is not there. One that is cannot be deleted before the end of the transaction.</summary>
    private async Task RequireKnown(ProductFacts facts, Product? present, CancellationToken ct)
    {
        if (facts.Category is { } category && category != present?.Category && (await db.LockCategories([category], ct)).Count == 0)
            throw CatalogueRules.CategoryUnknown.Broken(category);
        if (facts.UnitOfMeasure is { } unit && unit != present?.UnitOfMeasure && (await db.LockUnits([unit], ct)).Count == 0)
            throw CatalogueRules.UnitUnknown.Broken(unit);
    }

    /// <summary>Makes the stock what the product is going to say: whether there is any, and when it is low.</summary>
    private async Task FollowStock(Product product, ProductFacts facts, CancellationToken ct)
    {
        if (facts.IsTracked == product.IsTracked && facts.ReorderLevel == product.ReorderLevel) return;
        if (facts.IsTracked)
        {
            var stock = await db.LockStockToFill([new Units(product.Id, product.Sku, 0)], Warehouses.Default, ct);
            stock.Find(product.Id)!.Plan(facts.ReorderLevel);
        }
        else if (product.IsTracked)
        {
            var levels = await db.LockLevels([product.Id], ct);
            if (levels.Exists(l => StockFigures.Of(l) != default)) throw CatalogueRules.StockLeft.Broken(product.Sku);
            foreach (var level in levels) level.Plan(null);
        }
    }
}

internal static class LockedCatalogue
{
    /// <summary>The categories of these codes that are there, locked until the end of the transaction.</summary>
    public static Task<List<Category>> LockCategories(this SalesOrdersDbContext db, IReadOnlyCollection<string> codes, CancellationToken ct) =>
        db.Dialect.Locked<Category, string>(db, nameof(Category.Code), codes).ToListAsync(ct);

    /// <inheritdoc cref="LockCategories"/>
    public static Task<List<UnitOfMeasure>> LockUnits(this SalesOrdersDbContext db, IReadOnlyCollection<string> codes, CancellationToken ct) =>
        db.Dialect.Locked<UnitOfMeasure, string>(db, nameof(UnitOfMeasure.Code), codes).ToListAsync(ct);

    public static async Task<CategoryTree> CategoryTree(this SalesOrdersDbContext db, CancellationToken ct) =>
        new(await db.Categories.AsNoTracking().Select(c => new CategoryNode(c.Code, c.Parent, c.TaxClass)).ToListAsync(ct));
}
