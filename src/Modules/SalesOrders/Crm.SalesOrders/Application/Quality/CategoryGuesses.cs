using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Quality;

/// <summary>Into which category products without one belong: where most products of their supplier are, or most of a like name.</summary>
internal static class CategoryGuesses
{
    /// <param name="db">Where the others are.</param>
    /// <param name="products">Without a category.</param>
    /// <param name="rules">How many must agree.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>One for each product for which enough others agree: three reads, whatever their number.</returns>
    public static async Task<Dictionary<ProductId, QualityProposal>> Of(
        SalesOrdersDbContext db, IReadOnlyCollection<CheckedProduct> products, QualityRuleBook rules, CancellationToken ct)
    {
        if (products.Count == 0) return [];
        var (share, least) = (rules[ProductChecks.CategoryMissing, ProductChecks.Share], rules[ProductChecks.CategoryMissing, ProductChecks.LeastLike]);
        var suppliers = await Suppliers(db, [.. products.Select(p => p.Id)], ct);
        var bySupplier = await CountsBySupplier(db, [.. suppliers.SelectMany(s => s).Distinct()], ct);
        var byHead = await CountsByHead(db, [.. products.Select(p => p.NameHead).Where(h => h.Length > 0).Distinct()], ct);
        var proposals = new Dictionary<ProductId, QualityProposal>();
        foreach (var product in products)
        {
            var proposal = Best(suppliers[product.Id].SelectMany(s => bySupplier[s]), ProductProposals.CategoryOfSupplier)
                ?? Best(byHead[product.NameHead], ProductProposals.CategoryOfLike);
            if (proposal is not null) proposals.Add(product.Id, proposal);
        }

        return proposals;

        QualityProposal? Best(IEnumerable<Count> counts, string kind)
        {
            var sums = counts.GroupBy(c => c.Category).Select(g => new Count(g.Key, g.Sum(c => c.Products))).ToList();
            var all = sums.Sum(c => c.Products);
            return sums.OrderByDescending(c => c.Products).ThenBy(c => c.Category, StringComparer.Ordinal).FirstOrDefault() is { } best && all >= least && best.Products >= share * all
                ? new QualityProposal(kind, [best.Category, ProductQuality.Text(best.Products), ProductQuality.Text(all)])
                : null;
        }
    }

    private static async Task<ILookup<ProductId, SupplierId>> Suppliers(SalesOrdersDbContext db, List<ProductId> products, CancellationToken ct) =>
        (await db.Set<SupplierItem>().Where(i => EF.Parameter(products).Contains(i.ProductId))
            .Select(i => new { i.ProductId, Supplier = EF.Property<SupplierId>(i, "SupplierId") }).ToListAsync(ct)).ToLookup(i => i.ProductId, i => i.Supplier);

    private static async Task<ILookup<SupplierId, Count>> CountsBySupplier(SalesOrdersDbContext db, List<SupplierId> suppliers, CancellationToken ct)
    {
        var items = db.Set<SupplierItem>().Where(i => EF.Parameter(suppliers).Contains(EF.Property<SupplierId>(i, "SupplierId")));
        var counts = await items.Join(db.Products.Where(p => p.Category != null), i => i.ProductId, p => p.Id, (i, p) => new { Supplier = EF.Property<SupplierId>(i, "SupplierId"), p.Category })
            .GroupBy(x => new { x.Supplier, x.Category }).Select(g => new { g.Key.Supplier, g.Key.Category, Count = g.Count() }).ToListAsync(ct);
        return counts.ToLookup(c => c.Supplier, c => new Count(c.Category!, c.Count));
    }

    private static async Task<ILookup<string, Count>> CountsByHead(SalesOrdersDbContext db, List<string> heads, CancellationToken ct)
    {
        var counts = await db.Products.Where(p => p.IsActive && p.Category != null && EF.Parameter(heads).Contains(p.NameHead))
            .GroupBy(p => new { p.NameHead, p.Category }).Select(g => new { g.Key.NameHead, g.Key.Category, Count = g.Count() }).ToListAsync(ct);
        return counts.ToLookup(c => c.NameHead, c => new Count(c.Category!, c.Count));
    }

    private sealed record Count(string Category, int Products);
}
