using Crm.Planning.Application.Statistics;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Competitors;

/// <summary>What competitors asked for one product of ours lately, in one currency and either with or without tax.</summary>
/// <param name="Currency">Other currencies are not converted: they have rows of their own.</param>
/// <param name="IncludesTax">Prices with and without tax are not mixed.</param>
/// <param name="Observations">How many.</param>
/// <param name="Competitors">Of how many.</param>
/// <param name="Median">Of all observations, type 7; exact.</param>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest.</param>
/// <param name="CheapestCode">Code of the competitor whose price is the least; of several the one seen last.</param>
/// <param name="NewestOn">When the newest was seen.</param>
/// <param name="AgeDays">Of the newest.</param>
internal sealed record PriceLevel(
    string Currency, bool IncludesTax, int Observations, int Competitors, decimal Median, decimal Low, decimal High, string CheapestCode, DateOnly NewestOn, int AgeDays);

/// <summary>Reads the observations that count: neither voided nor replaced.</summary>
internal sealed class ObservedPrices(PlanningDbContext db)
{
    /// <summary>Those of one product since a day, that can be relied on so far.</summary>
    public async Task<IReadOnlyList<PriceLevel>> Levels(string sku, DateOnly since, DateOnly today, decimal leastConfidence, CancellationToken ct)
    {
        var seen = await db.Set<CompetitorPrice>().AsNoTracking()
            .Where(p => p.Sku == sku && p.SeenOn >= since && p.Holds && p.Confidence >= leastConfidence).ToListAsync(ct);
        return [.. seen.GroupBy(p => (p.Currency, p.IncludesTax)).OrderBy(g => g.Key.Currency, StringComparer.Ordinal).ThenBy(g => g.Key.IncludesTax).Select(g => Level([.. g], today))];
    }

    private static PriceLevel Level(List<CompetitorPrice> seen, DateOnly today)
    {
        var prices = seen.Select(p => p.UnitPrice).Order().ToList();
        var cheapest = seen.OrderBy(p => p.UnitPrice).ThenByDescending(p => p.SeenOn).ThenBy(p => p.CompetitorCode, StringComparer.Ordinal).First();
        var newest = seen.Max(p => p.SeenOn);
        return new PriceLevel(
            cheapest.Currency, cheapest.IncludesTax, seen.Count, seen.Select(p => p.CompetitorId).Distinct().Count(), Quantiles.At(prices, 0.5m), prices[0], prices[^1],
            cheapest.CompetitorCode, newest, Math.Max(0, today.DayNumber - newest.DayNumber));
    }
}
