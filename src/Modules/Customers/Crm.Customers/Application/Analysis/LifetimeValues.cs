using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Customers.Application.Figures;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Domain.Scoring;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Analysis;

/// <summary>Reads what the lifetime value of a customer is made of.</summary>
internal sealed class LifetimeValues(CustomersDbContext db, BuyingReader buying, ISettings settings)
{
    /// <summary>With fewer customers a share says little.</summary>
    public const int FewestForRetention = 30;

    private const decimal GreatestRetention = 0.99m;
    private const int MonthsOfYear = 12;

    public async Task<LifetimeValueOf> Read(IReadOnlyList<CustomerId> family, DateOnly asOf, CancellationToken ct)
    {
        var book = await settings.Text(CompanySettings.Currency, ct);
        var lines = db.Set<CustomerTransaction>().AsNoTracking().Where(t => family.Contains(t.CustomerId) && t.On <= asOf);
        var yearAgo = asOf.AddMonths(-MonthsOfYear);
        var all = FigureSums.Total([], await lines.Summed().ToListAsync(ct), book);
        var year = FigureSums.Total([], await lines.Where(t => t.On > yearAgo).Summed().ToListAsync(ct), book);
        var withoutCost = await db.Set<OrderAccount>().CountAsync(a => family.Contains(a.CustomerId) && a.OrderedOn <= asOf && a.Margin == null, ct);
        var (before, again) = await Retained(asOf, ct);
        var isMeasured = before >= FewestForRetention;
        var retention = isMeasured ? Math.Min(GreatestRetention, (decimal)again / before) : await settings.Number(AnalysisSettings.UsualRetentionPercent, ct) / 100m;
        var value = new LifetimeValue(all.Margin, year.Margin, retention, await settings.Number(AnalysisSettings.DiscountPercent, ct) / 100m);
        return new LifetimeValueOf(asOf, book, value, before, again, isMeasured, withoutCost);
    }

    /// <summary>Customers who ordered in the year before last, and those of them who ordered again in the last; who was merged is the one that it leads to.</summary>
    private async Task<(int Before, int Again)> Retained(DateOnly asOf, CancellationToken ct)
    {
        var (yearAgo, twoAgo) = (asOf.AddMonths(-MonthsOfYear), asOf.AddMonths(-2 * MonthsOfYear));
        var survivors = await buying.Survivors(ct);
        var before = await BuyersAfter(twoAgo, yearAgo);
        return (before.Count, before.Intersect(await BuyersAfter(yearAgo, asOf)).Count());

        async Task<HashSet<CustomerId>> BuyersAfter(DateOnly day, DateOnly last)
        {
            var buyers = await db.Set<OrderAccount>().Where(a => (a.CancelledOn == null || a.CancelledOn > asOf) && a.OrderedOn > day && a.OrderedOn <= last)
                .Select(a => a.CustomerId).Distinct().ToListAsync(ct);
            return [.. buyers.Where(survivors.ContainsKey).Select(id => survivors[id])];
        }
    }
}

/// <param name="AsOf">The last business day that counts.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Value">What it comes to.</param>
/// <param name="CustomersBefore">Who ordered in the year before last.</param>
/// <param name="CustomersAgain">Those of them who ordered again in the last year.</param>
/// <param name="IsRetentionMeasured">They are enough; else the setting holds.</param>
/// <param name="OrdersWithoutCost">Orders of the customer of which no margin is known.</param>
internal sealed record LifetimeValueOf(
    DateOnly AsOf, string Currency, LifetimeValue Value, int CustomersBefore, int CustomersAgain, bool IsRetentionMeasured, int OrdersWithoutCost);
