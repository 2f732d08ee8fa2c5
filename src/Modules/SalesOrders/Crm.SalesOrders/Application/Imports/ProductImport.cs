using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
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
    [ImportField("Goods or service", "商品或服务")] ProductKind Kind = ProductKind.Goods,
    [ImportField("Unit of measure: its code; empty: as it is", "计量单位代码；为空则不变", MaxLength = Columns.Unit)] string? UnitOfMeasure = null,
    [ImportField("Tax class: its code; empty: as it is", "税类代码；为空则不变", MaxLength = Columns.Code)] string? TaxClass = null,
    [ImportField("Whether its units are counted in warehouses; empty: as it is, and of new goods they are", "是否跟踪库存；为空则不变，新商品默认跟踪")] bool? IsTracked = null,
    [ImportField("First day on which it is sold; empty: as it is", "开始销售日期；为空则不变")] DateOnly? ActiveFrom = null,
    [ImportField("Last day on which it is sold; empty: as it is", "停止销售日期；为空则不变")] DateOnly? ActiveTo = null,
    [ImportField("Current cost per unit, up to eight decimals; empty: as it is", "当前成本，最多八位小数；为空则不变")][property: MaskedAs(ProductContent.CostField)] decimal? CurrentCost = null,
    [ImportField("Day from which the costs hold; empty: today", "成本生效日期；为空则为今天")] DateOnly? CostFrom = null,
    [ImportField("Barcode; empty: as it is", "条码；为空则不变", MaxLength = Columns.Barcode)] string? Barcode = null,
    [ImportField("A category that is not there: create it, or refuse the row", "类别不存在时：创建，或拒绝该行")] UnknownCategory UnknownCategory = UnknownCategory.Create)
{
    /// <param name="present">What it is now, where it is there: what the row leaves empty stays.</param>
    public ProductFacts ToFacts(Product? present) => new ProductFacts(Name, Category, Unit, ListPrice, Currency, Cost, ReorderLevel, IsActive, Kind)
    {
        UnitOfMeasure = UnitOfMeasure ?? present?.UnitOfMeasure,
        TaxClass = TaxClass ?? present?.TaxClass,
        IsTracked = IsTracked ?? (present is not { Kind: ProductKind.Goods } || present.IsTracked),
        ActiveFrom = ActiveFrom ?? present?.ActiveFrom,
        ActiveTo = ActiveTo ?? present?.ActiveTo,
        Barcode = Barcode ?? present?.Barcode,
    }.Whole;

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
        UnitOfMeasure = p.UnitOfMeasure,
        TaxClass = p.TaxClass,
        IsTracked = p.IsTracked,
        ActiveFrom = p.ActiveFrom,
        ActiveTo = p.ActiveTo,
        CurrentCost = p.CurrentCost,
        Barcode = p.Barcode,
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
        RuleFor(r => r.CurrentCost).IsUnitPrice();
        RuleFor(r => r.TaxClass!).IsPublicationCode();
        RuleFor(r => r.ActiveFrom).IsBusinessDate();
        RuleFor(r => r.ActiveTo).IsBusinessDate();
        RuleFor(r => r.ActiveTo).Must((r, to) => !(to < r.ActiveFrom)).WithPhrase(InputPhrases.EndsBefore);
        RuleFor(r => r.CostFrom).IsBusinessDate();
    }
}

/// <summary>What an import does with a category that it names and that is not there.</summary>
internal enum UnknownCategory
{
    [Label("Create it", "创建")]
    Create,
    [Label("Refuse the row", "拒绝该行")]
    Refuse,
}

/// <summary>Takes many products with one read for each of what they are, their SKUs, their stock, their categories and their units.</summary>
internal sealed class ProductImport(SalesOrdersDbContext db, Products products, UnseenFields unseen, TimeProvider time) : IImportTarget<ProductRow>
{
    private static readonly string[] WithDeleted = [ModuleDbContext.DeletedFilter];

    public async Task Apply(IReadOnlyList<ImportRow<ProductRow>> rows, ImportContext context, CancellationToken ct)
    {
        var categories = await Categories(rows, ct);
        var units = (await db.LockUnits(Distinct(rows, r => r.UnitOfMeasure), ct)).Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        var known = await Known(rows, ct);
        var takenSkus = await TakenSkus(rows, ct);
        var stock = await db.LockStock(known.Values.Select(p => p.Id), Warehouses.Default, ct);
        foreach (var row in rows)
        {
            if (row.Value.Category is { } category && !categories.Contains(category)) row.Refuse(CatalogueRules.CategoryUnknown, category);
            else if (row.Value.UnitOfMeasure is { } unit && !units.Contains(unit)) row.Refuse(CatalogueRules.UnitUnknown, unit);
            else if (known.TryGetValue(row.Ref.Id, out var product)) Change(product, row, stock);
            else if (takenSkus.Add(row.Value.Sku)) Add(row);
            else row.Refuse(SalesOrdersRules.SkuTaken, row.Value.Sku);
        }
    }

    private static List<string> Distinct(IReadOnlyList<ImportRow<ProductRow>> rows, Func<ProductRow, string?> named) => [.. rows.Select(r => named(r.Value)).OfType<string>().Distinct()];

    /// <summary>The categories of the rows that are there, some of them from now on. They cannot be deleted before the end of the transaction.</summary>
    private async Task<HashSet<string>> Categories(IReadOnlyList<ImportRow<ProductRow>> rows, CancellationToken ct)
    {
        var named = Distinct(rows, r => r.Category);
        var there = (await db.Categories.Where(c => EF.Parameter(named).Contains(c.Code)).Select(c => c.Code).ToListAsync(ct)).ToHashSet(StringComparer.Ordinal);
        var wanted = rows.Where(r => r.Value is { UnknownCategory: UnknownCategory.Create, Category: { } c } && !there.Contains(c)).Select(r => r.Value.Category!).Distinct().ToList();
        if (wanted.Count > 0)
        {
            var tree = await db.LockTree(ct);
            db.Categories.AddRange(wanted.Where(c => !tree.Has(c)).Select(c => Category.Create(c, new CategoryFacts(new Phrase(c, c), Parent: null, TaxClass: null))));
        }

        return [.. (await db.LockCategories(named, ct)).Select(c => c.Code).Concat(wanted)];
    }

    private async Task<Dictionary<string, Product>> Known(IReadOnlyList<ImportRow<ProductRow>> rows, CancellationToken ct)
    {
        var system = rows[0].Ref.System;
        var ids = rows.Select(r => r.Ref.Id).ToList();
        var found = await db.Products.IgnoreQueryFilters(WithDeleted)
            .Where(p => p.ExternalRefs.Any(r => r.System == system && EF.Parameter(ids).Contains(r.RefId))).ToListAsync(ct);
        return found.SelectMany(p => p.ExternalRefs.Where(r => r.System == system), (p, r) => (p, r.RefId)).ToDictionary(x => x.RefId, x => x.p);
    }

    private async Task<HashSet<string>> TakenSkus(IReadOnlyList<ImportRow<ProductRow>> rows, CancellationToken ct)
    {
        var skus = rows.Select(r => r.Value.Sku).ToList();
        return [.. await db.Products.IgnoreQueryFilters(WithDeleted).Where(p => EF.Parameter(skus).Contains(p.Sku)).Select(p => p.Sku).ToListAsync(ct)];
    }

    private void Add(ImportRow<ProductRow> row)
    {
        var origin = products.Origin(CostSource.Import, row.Value.CostFrom);
        var product = Product.Create(row.Value.Sku, row.Value.ToFacts(present: null), [new ExternalRef(row.Ref.System, row.Ref.Id)], origin);
        if (row.Value.CurrentCost is { } cost) product.SetCost(CostKind.Current, cost, origin);
        db.Products.Add(product);
        if (product.IsTracked) Open(Begin(product), row.Value);
        row.Created(product.Key);
    }

    private void Change(Product product, ImportRow<ProductRow> row, LockedStock stock)
    {
        if (row.Value.Sku != product.Sku)
        {
            row.Refuse(SalesOrdersRules.SkuIsFixed, product.Sku);
            return;
        }

        if (Kept(product, row) is not { } kept) return;
        var facts = kept.ToFacts(product);
        var level = stock.Find(product.Id);
        if (product.IsTracked && !facts.IsTracked && stock.Everywhere(product.Id).Any(l => StockFigures.Of(l) != default))
        {
            row.Refuse(CatalogueRules.StockLeft, product.Sku);
            return;
        }

        var before = product.Version;
        var origin = products.Origin(CostSource.Import, row.Value.CostFrom);
        product.Restore();
        if (facts.IsTracked) level ??= Begin(product);
        if (facts.ReorderLevel != product.ReorderLevel) level?.Plan(facts.ReorderLevel);
        product.Change(row.Value.Sku, facts, externalRefs: null, origin);
        if (kept.CurrentCost is { } cost) product.SetCost(CostKind.Current, cost, origin);
        if (facts.IsTracked) Open(level!, row.Value);
        if (product.Version == before) row.Unchanged(product.Key);
        else row.Updated(product.Key);
    }

    private StockLevel Begin(Product product)
    {
        var level = new StockLevel(product.Id, product.Sku, Warehouses.Default, product.ReorderLevel);
        db.StockLevels.Add(level);
        return level;
    }

    private ProductRow? Kept(Product product, ImportRow<ProductRow> row)
    {
        try
        {
            return unseen.Keep(ProductContent.Resource, row.Value, row.Value.Saying(product));
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
