using Crm.Planning.Application.PriceLists;
using Crm.Planning.Domain.Copies;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using Crm.Pricing;
using Crm.Pricing.Rules;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Proposals;

/// <summary>What is asked for: products, and in which money their prices are to be.</summary>
/// <param name="Skus">Of the products.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Basis">Of the prices.</param>
/// <param name="Lists">Codes of the lists whose prices are wanted.</param>
/// <param name="On">The day that prices are worked out for.</param>
internal sealed record FactsAsked(IReadOnlyList<string> Skus, string Currency, PriceBasis Basis, IReadOnlyList<string> Lists, DateOnly On);

/// <param name="Facts">What its price follows from.</param>
/// <param name="Category">Code of its category; null where the product is not known.</param>
internal sealed record KnownProduct(PriceFacts Facts, string? Category);

/// <summary>Reads what prices follow from, for many products at once.</summary>
internal static class PriceFactsReading
{
    /// <param name="db">Where products and lists are.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="observed">What competitors were seen to ask.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyDictionary<string, KnownProduct>> PriceFactsOf(
        this PlanningDbContext db, FactsAsked asked, ILookup<string, PriceObservation> observed, CancellationToken ct)
    {
        var skus = asked.Skus.Distinct(StringComparer.Ordinal).ToList();
        var products = await db.Set<ProductCopy>().AsNoTracking().Where(p => EF.Parameter(skus).Contains(p.Sku)).ToListAsync(ct);
        var bySku = products.GroupBy(p => p.Sku, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(p => p.SourceVersion)!, StringComparer.Ordinal);
        var lists = await db.PublishedPrices(asked, ct);
        return skus.ToDictionary(sku => sku, Known, StringComparer.Ordinal);

        KnownProduct Known(string sku)
        {
            var product = bySku.GetValueOrDefault(sku);
            // Money in another currency, and costs before tax in a list with tax, are no facts of this price.
            var counts = product?.Currency == asked.Currency && asked.Basis == PriceBasis.Net;
            var facts = new PriceFacts
            {
                Sku = sku,
                On = asked.On,
                StandardCost = counts ? product?.StandardCost : null,
                CurrentCost = counts ? product?.CurrentCost : null,
                ProductPrice = counts ? product?.ListPrice : null,
                Observations = [.. observed[sku]],
                OtherLists = lists.Where(l => l.Value.ContainsKey(sku)).ToDictionary(l => l.Key, l => l.Value[sku], StringComparer.Ordinal),
            };
            return new KnownProduct(facts, product?.Category);
        }
    }

    /// <summary>By code of the list and SKU: the price from the least quantity on, of the version of the day.</summary>
    private static async Task<Dictionary<string, Dictionary<string, decimal>>> PublishedPrices(this PlanningDbContext db, FactsAsked asked, CancellationToken ct)
    {
        if (asked.Lists.Count == 0) return [];
        var codes = asked.Lists.Distinct(StringComparer.Ordinal).ToList();
        var versions = await db.Set<PlannedPriceList>().AsNoTracking()
            .Where(l => EF.Parameter(codes).Contains(l.Code) && (l.State == PriceListState.Published || l.State == PriceListState.Suspended))
            .Select(l => new { l.Code, l.Id, Number = l.Versions.Where(v => v.ValidFrom == null || v.ValidFrom <= asked.On).Max(v => (int?)v.Number) })
            .Join(db.Set<PublishedListText>(), l => new { l.Id, l.Number }, t => new { Id = t.PriceListId, Number = (int?)t.Number }, (l, t) => new { l.Code, t.Text })
            .ToListAsync(ct);
        var skus = asked.Skus.ToHashSet(StringComparer.Ordinal);
        return versions.Select(v => (v.Code, List: PublishedText.Read(v.Text)))
            .Where(v => v.List.Currency == asked.Currency && v.List.Basis == asked.Basis)
            .ToDictionary(v => v.Code, v => v.List.Items.Where(i => skus.Contains(i.Sku)).GroupBy(i => i.Sku, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.MinBy(i => i.FromQuantity)!.UnitPrice, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
