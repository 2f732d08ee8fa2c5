using System.Globalization;
using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Quality;

/// <summary>Looks at products that are sold, and writes down what is wrong with them. The number of reads depends on the categories that were not counted yet, and not on how many they are.</summary>
internal sealed class ProductQuality(SalesOrdersDbContext db)
{
    /// <summary>Of those whose findings may change with others, so many are looked at at once; the rest waits for the next check of everything.</summary>
    private const int MostConcerned = 200;

    public Task<QualityRuleBook> Rules(CancellationToken ct) => QualityRuleBook.Load(db, ProductChecks.All, ct);

    public static PriceLevels Levels(QualityRuleBook rules) => new((int)rules[ProductChecks.PriceOutlier, ProductChecks.LeastProducts]);

    /// <summary>One product, by the rules as they are.</summary>
    public async Task Check(Guid product, CancellationToken ct)
    {
        var rules = await Rules(ct);
        await Check([product], rules, Levels(rules), ct);
    }

    /// <summary>What is known of these products is what is seen now. Saved by whoever calls.</summary>
    public async Task Check(IReadOnlyCollection<Guid> products, QualityRuleBook rules, PriceLevels levels, CancellationToken ct)
    {
        var ids = products.Select(id => new ProductId(id)).ToList();
        var checkedProducts = await Facts(ids, ct);
        var guesses = await CategoryGuesses.Of(db, checkedProducts.FindAll(p => p.Category is null), rules, ct);
        var receipts = await LastReceipts(checkedProducts.FindAll(p => p is { Cost: null, CurrentCost: null }), ct);
        var twins = await Twins(checkedProducts, ct);
        var seen = new Dictionary<Guid, IReadOnlyList<QualityObservation>>();
        foreach (var product in checkedProducts)
        {
            var observations = new List<QualityObservation>();
            if (product.Cost is null) observations.Add(new(ProductChecks.CostMissing.Code, "", [], Proposal: CostOf(product, receipts.GetValueOrDefault(product.Id))));
            if (product.Category is null) observations.Add(new(ProductChecks.CategoryMissing.Code, "", [], Proposal: guesses.GetValueOrDefault(product.Id)));
            if (await Outlier(product, rules, levels, ct) is { } outlier) observations.Add(outlier);
            observations.AddRange(Duplicates(product, twins));
            seen.Add(product.Id.Value, observations);
        }

        await db.RecordQuality(rules, products, seen, ct);
    }

    /// <summary>The products themselves, and those whose findings may change because these have changed.</summary>
    public async Task<List<Guid>> WithConcerned(List<Guid> products, CancellationToken ct)
    {
        var ids = products.ConvertAll(id => new ProductId(id));
        var pairs = await db.Set<QualityFinding>().Where(f => f.OtherId != null && EF.Parameter(products).Contains(f.OtherId.Value)).OrderBy(f => f.Id)
            .Select(f => f.SubjectId).Take(MostConcerned).ToListAsync(ct);
        var keys = await db.Products.Where(p => EF.Parameter(ids).Contains(p.Id)).Select(p => new { p.SkuKey, p.NameKey, p.Barcode }).ToListAsync(ct);
        var (skus, names, barcodes) = (Distinct(keys.Select(k => k.SkuKey)), Distinct(keys.Select(k => k.NameKey)), Distinct(keys.Select(k => k.Barcode)));
        var alike = await db.Products.Where(p => EF.Parameter(skus).Contains(p.SkuKey) || EF.Parameter(names).Contains(p.NameKey) || EF.Parameter(barcodes).Contains(p.Barcode!))
            .OrderBy(p => p.Id).Select(p => p.Id).Take(MostConcerned).ToListAsync(ct);
        return [.. products.Concat(pairs).Concat(alike.Select(id => id.Value)).Distinct()];
    }

    public static string Text(IFormattable value, string? format = null) => value.ToString(format, CultureInfo.InvariantCulture);

    private static List<string> Distinct(IEnumerable<string?> keys) => [.. keys.OfType<string>().Where(k => k.Length > 0).Distinct()];

    /// <summary>The eldest of each kind is the one that stays; a product is told apart from it by its SKU.</summary>
    private Task<List<CheckedProduct>> Facts(List<ProductId> ids, CancellationToken ct) => db.Products.AsNoTracking()
        .Where(p => EF.Parameter(ids).Contains(p.Id) && p.IsActive)
        .Select(p => new CheckedProduct(p.Id, p.Sku, p.Name, p.Category, p.ListPrice, p.Currency, p.Cost, p.CurrentCost, p.Barcode, p.NameHead)
        {
            OfSku = p.SkuKey == "" ? null : db.Products.Where(o => o.IsActive && o.SkuKey == p.SkuKey).OrderBy(o => o.Id).Select(o => o.Sku).FirstOrDefault(),
            OfName = p.NameKey == "" ? null : db.Products.Where(o => o.IsActive && o.NameKey == p.NameKey && o.Category == p.Category).OrderBy(o => o.Id).Select(o => o.Sku).FirstOrDefault(),
            OfBarcode = p.Barcode == null ? null : db.Products.Where(o => o.IsActive && o.Barcode == p.Barcode && o.Category == p.Category).OrderBy(o => o.Id).Select(o => o.Sku).FirstOrDefault(),
        }).ToListAsync(ct);

    private async Task<Dictionary<string, ProductId>> Twins(List<CheckedProduct> products, CancellationToken ct)
    {
        var skus = products.SelectMany(p => new[] { p.OfSku, p.OfName, p.OfBarcode }.OfType<string>().Where(sku => sku != p.Sku)).Distinct().ToList();
        return skus.Count == 0 ? [] : await db.Products.Where(p => EF.Parameter(skus).Contains(p.Sku)).ToDictionaryAsync(p => p.Sku, p => p.Id, ct);
    }

    private async Task<Dictionary<ProductId, decimal>> LastReceipts(List<CheckedProduct> products, CancellationToken ct)
    {
        if (products.Count == 0) return [];
        var currencies = products.ToDictionary(p => p.Id, p => p.Currency);
        var ids = currencies.Keys.ToList();
        var costs = await db.ProductCosts.Where(c => c.Source == CostSource.SupplyOrder && c.Cost != null && EF.Parameter(ids).Contains(EF.Property<ProductId>(c, "ProductId")))
            .GroupBy(c => new { Product = EF.Property<ProductId>(c, "ProductId"), c.Currency })
            .Select(g => new { g.Key.Product, g.Key.Currency, Cost = g.OrderByDescending(c => c.RecordedAt).Select(c => c.Cost).First() }).ToListAsync(ct);
        // What was paid in another currency says nothing about this one.
        return costs.Where(c => c.Currency == currencies[c.Product]).ToDictionary(c => c.Product, c => c.Cost!.Value);
    }

    private static QualityProposal? CostOf(CheckedProduct product, decimal received) => product.CurrentCost is { } current
        ? new QualityProposal(ProductProposals.CurrentCost, [Text(current)])
        : received > 0m ? new QualityProposal(ProductProposals.LastReceipt, [Text(received)]) : null;

    private async Task<QualityObservation?> Outlier(CheckedProduct product, QualityRuleBook rules, PriceLevels levels, CancellationToken ct)
    {
        if (product.Category is not { } category || product.ListPrice <= 0m || !rules.IsOn(ProductChecks.PriceOutlier.Code)) return null;
        if (await levels.Of(db, category, product.Currency, ct) is not { } level) return null;
        var (score, most) = (level.Of(PriceLevels.LogOf(product.ListPrice)), rules[ProductChecks.PriceOutlier, ProductChecks.Deviations]);
        if (Math.Abs(score) <= (double)most) return null;
        var price = Text(product.ListPrice, "0.########");
        return new QualityObservation(ProductChecks.PriceOutlier.Code, $"{price} {product.Currency} {category}",
            [price, product.Currency, Text(Math.Abs(score), "0.0"), Text(Math.Exp(level.Median), "0.####"), Text(level.Count), category, Text(most, "0.##")]);
    }

    private static IEnumerable<QualityObservation> Duplicates(CheckedProduct product, Dictionary<string, ProductId> twins)
    {
        return new[]
        {
            Of(ProductChecks.DuplicateSku, product.Sku, product.OfSku, product.Sku), Of(ProductChecks.DuplicateName, product.Name, product.OfName, $"{product.Name} {product.Category}"),
            Of(ProductChecks.DuplicateBarcode, product.Barcode, product.OfBarcode, $"{product.Barcode} {product.Category}"),
        }.OfType<QualityObservation>();

        QualityObservation? Of(QualityCheck check, string? said, string? twin, string basis) => twin is null || twin == product.Sku || !twins.TryGetValue(twin, out var other)
            ? null
            : new QualityObservation(check.Code, basis, [said!, twin], other.Value, new QualityProposal(ProductProposals.Deactivate, [twin]));
    }
}

/// <summary>What the checks look at.</summary>
internal sealed record CheckedProduct(
    ProductId Id, string Sku, string Name, string? Category, decimal ListPrice, string Currency, decimal? Cost, decimal? CurrentCost, string? Barcode, string NameHead)
{
    /// <summary>SKU of the eldest product with the same number, itself or another.</summary>
    public string? OfSku { get; init; }

    /// <summary>SKU of the eldest product of the category with the same name.</summary>
    public string? OfName { get; init; }

    /// <summary>SKU of the eldest product of the category with the same barcode.</summary>
    public string? OfBarcode { get; init; }
}
