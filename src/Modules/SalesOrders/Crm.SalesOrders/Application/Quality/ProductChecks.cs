using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Quality;

namespace Crm.SalesOrders.Application.Quality;

/// <summary>What is looked for in products that are sold.</summary>
internal static class ProductChecks
{
    public const string Share = "share";
    public const string LeastLike = "leastLike";
    public const string Deviations = "deviations";
    public const string LeastProducts = "leastProducts";

    public static readonly QualityCheck CostMissing = new(
        "cost-missing", new Phrase("No standard cost", "缺少标准成本"), new Phrase("The product has no standard cost.", "该产品没有标准成本。"), QualitySeverity.Warning, Weight: 20);

    public static readonly QualityCheck CategoryMissing = new(
        "category-missing", new Phrase("No category", "缺少类别"), new Phrase("The product has no category.", "该产品没有类别。"), QualitySeverity.Warning, Weight: 20,
        new QualityParameter(Share, new Phrase("Share of like products that must agree before their category is proposed", "建议类别前，同类产品中一致的最低比例"), Default: 0.6m, Least: 0.5m, Most: 1m),
        new QualityParameter(LeastLike, new Phrase("Fewest like products from which a category is proposed", "建议类别所需的最少同类产品数"), Default: 3m, Least: 1m, Most: 1000m));

    public static readonly QualityCheck PriceOutlier = new(
        "price-outlier", new Phrase("Price far from those of its category", "价格与同类产品相差过大"),
        new Phrase(
            "The list price of {0} {1} lies {2} deviations from {3} {1}, the median of {4} products of the category {5}; {6} are expected at most.",
            "标价 {0} {1} 偏离类别 {5}（{4} 个产品）的中位价 {3} {1} 达 {2} 个标准偏差单位，上限为 {6}。"),
        QualitySeverity.Warning, Weight: 15,
        new QualityParameter(Deviations, new Phrase("Largest modified z-score of the logarithm of the price", "价格对数的最大修正 z 分数"), Default: 3.5m, Least: 1m, Most: 100m),
        new QualityParameter(LeastProducts, new Phrase("Fewest products of a category and currency that are compared", "同类别同币种参与比较的最少产品数"), Default: 8m, Least: 3m, Most: 10_000m));

    public static readonly QualityCheck DuplicateSku = new(
        "duplicate-sku", new Phrase("Product number there twice", "产品编号重复"),
        new Phrase("{0} is the same number as {1}, which was there before.", "编号 {0} 与先前已有的 {1} 相同。"), QualitySeverity.Error, Weight: 20);

    public static readonly QualityCheck DuplicateName = new(
        "duplicate-name", new Phrase("Name there twice in a category", "同一类别中名称重复"),
        new Phrase("“{0}” is also the name of {1} of the same category, which was there before.", "名称“{0}”与同类别中先前已有的 {1} 相同。"), QualitySeverity.Warning, Weight: 10);

    public static readonly QualityCheck DuplicateBarcode = new(
        "duplicate-barcode", new Phrase("Barcode there twice in a category", "同一类别中条码重复"),
        new Phrase("The barcode {0} is also that of {1} of the same category, which was there before.", "条码 {0} 与同类别中先前已有的 {1} 相同。"), QualitySeverity.Error, Weight: 15);

    public static readonly IReadOnlyList<QualityCheck> All = [CostMissing, CategoryMissing, PriceOutlier, DuplicateSku, DuplicateName, DuplicateBarcode];

    public static QualityCheck? Find(string code) => All.SingleOrDefault(c => c.Code == code);

    /// <summary>What was seen, for people.</summary>
    public static Phrase Explain(string check, IReadOnlyList<string> values)
    {
        object[] filled = [.. values];
        var seen = All.Single(c => c.Code == check).Seen;
        return new Phrase(seen.In(Language.English, filled), seen.In(Language.Chinese, filled));
    }
}
