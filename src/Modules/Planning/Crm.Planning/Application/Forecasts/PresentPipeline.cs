using Crm.Planning.Domain.Forecasts;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Forecasts;

/// <param name="Key">Person or unit; null for what is nobody's or of no unit.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Amounts">By category, as the opportunities are worth.</param>
/// <param name="Weighted">Of those that are open, by their probability.</param>
internal sealed record PipelineOf(Guid? Key, string Currency, ForecastAmounts Amounts, decimal Weighted);

/// <summary>What opportunities say of a month now: those that are expected to close in it, and those that were won in it.</summary>
internal static class PresentPipeline
{
    /// <summary>Of one person, in one currency.</summary>
    public static async Task<ForecastAmounts> Pipeline(this PlanningDbContext db, Guid person, string currency, DateOnly month, CancellationToken ct)
    {
        var sums = await In(db, month).Where(o => o.OwnerId == person && o.Currency == currency)
            .GroupBy(o => o.Category).Select(g => new { Category = g.Key, Amount = g.Sum(o => o.Amount) }).ToListAsync(ct);
        return sums.Aggregate(ForecastAmounts.None, (all, s) => all + ForecastAmounts.Of(s.Category, s.Amount));
    }

    /// <summary>Of everybody the caller reaches, by person or by unit.</summary>
    public static async Task<List<PipelineOf>> PipelineBy(this PlanningDbContext db, bool byUnit, DateOnly month, CancellationToken ct)
    {
        var sums = await In(db, month)
            .GroupBy(o => new { Key = byUnit ? o.UnitId : o.OwnerId, o.Currency, o.Category })
            .Select(g => new { g.Key.Key, g.Key.Currency, g.Key.Category, Amount = g.Sum(o => o.Amount), Weighted = g.Sum(o => o.Weighted) })
            .ToListAsync(ct);
        return
        [
            .. sums.GroupBy(s => (s.Key, s.Currency)).OrderBy(g => g.Key.Currency, StringComparer.Ordinal).ThenBy(g => g.Key.Key)
                .Select(g => new PipelineOf(
                    g.Key.Key,
                    g.Key.Currency,
                    g.Aggregate(ForecastAmounts.None, (all, s) => all + ForecastAmounts.Of(s.Category, s.Amount)),
                    g.Where(s => s.Category != ForecastCategory.Closed).Sum(s => s.Weighted))),
        ];
    }

    private static IQueryable<OpportunityCopy> In(PlanningDbContext db, DateOnly month)
    {
        var next = month.AddMonths(1);
        return db.OpportunityCopies.AsNoTracking().Where(o => o.Counts && o.ClosesOn >= month && o.ClosesOn < next);
    }
}
