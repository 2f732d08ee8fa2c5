using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Imports;

/// <summary>A product in a file, with the stock it begins with.</summary>
internal sealed record ProductRow(
    [ImportField("The company's own product number", "产品编号", MaxLength = Columns.Sku)] string Sku,
    [ImportField("Name", "名称", MaxLength = Columns.Name)] string Name,
    [ImportField("Price per unit, up to eight decimals", "单价，最多八位小数")] decimal ListPrice,
    [ImportField("Currency of price and cost, ISO 4217", "价格和成本的币种，ISO 4217", MaxLength = Columns.Currency)] string Currency,
    [ImportField("Category", "类别", MaxLength = Columns.Category)] string? Category = null,
    [ImportField("What one of it is", "计量单位", MaxLength = Columns.Unit)] string? Unit = null,
    [ImportField("Standard cost per unit, up to eight decimals", "标准成本，最多八位小数")] decimal? Cost = null,
    [ImportField("Available stock at or below it wants replenishing", "补货点")] int? ReorderLevel = null,
    [ImportField("Whether it is sold", "是否在售")] bool IsActive = true,
    [ImportField("Units in stock; opens a stock that was never counted and leaves any other alone", "库存数量；仅用于尚未盘点过的库存")] int? OnHand = null,
    [ImportField("Business date of the opening stock", "期初库存日期")] DateOnly? StockOn = null,
    [ImportField("Goods or service", "商品或服务")] ProductKind Kind = ProductKind.Goods)
{
    public ProductFacts ToFacts() => new(Name, Category, Unit, ListPrice, Currency, Cost, ReorderLevel, IsActive, Kind);

    public ProductRow Saying(Product p) => this with
    {
        Sku = p.Sku,
        Name = p.Name,
        Category = p.Category,
        Unit = p.Unit,
        ListPrice = p.ListPrice,
        Currency = p.Currency,
        Cost = p.Cost,
        ReorderLevel = p.ReorderLevel,
        IsActive = p.IsActive,
        Kind = p.Kind,
    };
}

internal sealed class ProductRowValidator : AbstractValidator<ProductRow>
{
    public ProductRowValidator()
    {
        RuleFor(r => r.ListPrice).IsUnitPrice();
        RuleFor(r => r.Currency).IsCurrency();
        RuleFor(r => r.Cost).IsUnitPrice();
        RuleFor(r => r.ReorderLevel).InclusiveBetween(0, Limits.MostUnits);
        RuleFor(r => r.OnHand).InclusiveBetween(0, Limits.MostUnits);
        RuleFor(r => r.StockOn).IsBusinessDate();
    }
}

/// <summary>Takes many products with one read for them, one for their SKUs and one for their stock.</summary>
internal sealed class ProductImport(SalesOrdersDbContext db, UnseenFields unseen, TimeProvider time) : IImportTarget<ProductRow>
{
    private static readonly string[] WithDeleted = [ModuleDbContext.DeletedFilter];

    public async Task Apply(IReadOnlyList<ImportRow<ProductRow>> rows, ImportContext context, CancellationToken ct)
    {
        var known = await Known(rows, ct);
        var takenSkus = await TakenSkus(rows, ct);
        var stock = await db.LockStock(known.Values.Select(p => p.Id), Warehouses.Default, ct);
        foreach (var row in rows)
        {
            if (known.TryGetValue(row.Ref.Id, out var product)) Change(product, row, stock.Find(product.Id));
            else if (takenSkus.Add(row.Value.Sku)) Add(row);
            else row.Refuse(SalesOrdersRules.SkuTaken, row.Value.Sku);
        }
    }

    private async Task<Dictionary<string, Product>> Known(IReadOnlyList<ImportRow<ProductRow>> rows, CancellationToken ct)
    {
        var system = rows[0].Ref.System;
        var ids = rows.Select(r => r.Ref.Id).ToList();
        var products = await db.Products.IgnoreQueryFilters(WithDeleted)
            .Where(p => p.ExternalRefs.Any(r => r.System == system && EF.Parameter(ids).Contains(r.RefId))).ToListAsync(ct);
        return products.SelectMany(p => p.ExternalRefs.Where(r => r.System == system), (p, r) => (p, r.RefId)).ToDictionary(x => x.RefId, x => x.p);
    }

    private async Task<HashSet<string>> TakenSkus(IReadOnlyList<ImportRow<ProductRow>> rows, CancellationToken ct)
    {
        var skus = rows.Select(r => r.Value.Sku).ToList();
        return [.. await db.Products.IgnoreQueryFilters(WithDeleted).Where(p => EF.Parameter(skus).Contains(p.Sku)).Select(p => p.Sku).ToListAsync(ct)];
    }

    private void Add(ImportRow<ProductRow> row)
    {
        var product = Product.Create(row.Value.Sku, row.Value.ToFacts(), [new ExternalRef(row.Ref.System, row.Ref.Id)]);
        var level = new StockLevel(product.Id, product.Sku, Warehouses.Default, product.ReorderLevel);
        Open(level, row.Value);
        db.Products.Add(product);
        db.StockLevels.Add(level);
        row.Created(product.Key);
    }

    private void Change(Product product, ImportRow<ProductRow> row, StockLevel? level)
    {
        if (row.Value.Sku != product.Sku)
        {
            row.Refuse(SalesOrdersRules.SkuIsFixed, product.Sku);
            return;
        }

        if (Kept(product, row) is not { } facts) return;
        var before = product.Version;
        product.Restore();
        if (facts.ReorderLevel != product.ReorderLevel) level?.Plan(facts.ReorderLevel);
        product.Change(row.Value.Sku, facts, externalRefs: null);
        if (level is not null) Open(level, row.Value);
        if (product.Version == before) row.Unchanged(product.Key);
        else row.Updated(product.Key);
    }

    private ProductFacts? Kept(Product product, ImportRow<ProductRow> row)
    {
        try
        {
            return unseen.Keep(ProductContent.Resource, row.Value, row.Value.Saying(product)).ToFacts();
        }
        catch (RuleBroken broken)
        {
            row.Refuse(broken.Rule, [.. broken.Values]);
            return null;
        }
    }

    // A stock that was counted before has lived on since the file was written.
    private void Open(StockLevel level, ProductRow row)
    {
        if (row.OnHand is not { } onHand || level.OpenedOn is not null) return;
        var now = time.GetUtcNow();
        level.Count(onHand, row.StockOn ?? DateOnly.FromDateTime(now.UtcDateTime), now);
    }
}
