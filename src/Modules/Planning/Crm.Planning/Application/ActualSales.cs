using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application;

/// <param name="Currency">Only orders in it count.</param>
/// <param name="First">First day of the first month.</param>
/// <param name="Last">First day of the last month.</param>
internal readonly record struct SalesPeriod(string Currency, DateOnly First, DateOnly Last)
{
    public static SalesPeriod Of(SalesPlan plan) => new(plan.Currency, plan.FirstMonth, plan.LastMonth);

    public SalesPeriod YearsEarlier(int years) => this with { First = First.AddYears(-years), Last = Last.AddYears(-years) };
}

/// <summary>What was sold in some months, in one currency, by month and whose sale it was. Read from the roll-up; by unit it is counted from the orders.</summary>
internal sealed class ActualSales
{
    private readonly Dictionary<(DateOnly Month, TargetScope Scope, string Key), SalesAmount> _amounts = [];

    /// <summary>Months in which anything was sold.</summary>
    public IEnumerable<DateOnly> Months => _amounts.Keys.Select(k => k.Month).Distinct().Order();

    /// <summary>What the targets of a plan are held against.</summary>
    public static Task<ActualSales> Read(PlanningDbContext db, SalesPlan plan, CancellationToken ct) =>
        Read(db, SalesPeriod.Of(plan), plan.Targets.Any(t => t.Scope == TargetScope.Unit), ct);

    public static async Task<ActualSales> Read(PlanningDbContext db, SalesPeriod period, bool withUnits, CancellationToken ct)
    {
        var actual = new ActualSales();
        var rows = db.LiveSales.Where(m => m.Currency == period.Currency && m.Month >= period.First && m.Month <= period.Last);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct)) actual.Take(row);
        if (withUnits) await actual.TakeUnits(db, period, ct);
        return actual;
    }

    /// <summary>The sales by person that the caller reaches, beside those of the whole company. By person they are counted from the orders.</summary>
    public static async Task<ActualSales> ReadReached(PlanningDbContext db, SalesPlan plan, CancellationToken ct)
    {
        var actual = await Read(db, plan, ct);
        foreach (var person in actual._amounts.Keys.Where(k => k.Scope == TargetScope.Person).ToList()) actual._amounts.Remove(person);
        var reached = db.CreditsOf(plan).Where(db.IsReached)
            .GroupBy(c => new { c.Month, c.SalespersonId })
            .Select(g => new { g.Key.Month, g.Key.SalespersonId, Orders = g.LongCount(), Units = g.Sum(c => c.Units), Net = g.Sum(c => c.Net) });
        await foreach (var row in reached.AsAsyncEnumerable().WithCancellation(ct))
            actual.Add((row.Month, TargetScope.Person, KeyOf(row.SalespersonId ?? Guid.Empty)), new SalesAmount(row.Orders, row.Units, row.Net));
        return actual;
    }

    public SalesAmount Of(TargetScope scope, string key, DateOnly month) => _amounts.GetValueOrDefault((month, scope, key));

    /// <summary>Everybody who sold, or every channel or unit that was sold through; the empty key stands for sales that are credited to nobody.</summary>
    public IEnumerable<string> Keys(TargetScope scope) =>
        _amounts.Keys.Where(k => k.Scope == scope).Select(k => k.Key).Distinct().Order(StringComparer.Ordinal);

    private async Task TakeUnits(PlanningDbContext db, SalesPeriod period, CancellationToken ct)
    {
        var tree = await db.Units(ct);
        var rows = db.CreditsOf(period.Currency, period.First, period.Last).Where(c => c.UnitId != null)
            .GroupBy(c => new { c.Month, c.UnitId })
            .Select(g => new { g.Key.Month, g.Key.UnitId, Orders = g.LongCount(), Units = g.Sum(c => c.Units), Net = g.Sum(c => c.Net) });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            foreach (var unit in tree.Upwards(row.UnitId!.Value))
                Add((row.Month, TargetScope.Unit, TargetSubject.KeyOf(unit)), new SalesAmount(row.Orders, row.Units, row.Net));
        }
    }

    private void Take(MonthlySales row)
    {
        Add((row.Month, TargetScope.Company, ""), row.Amount);
        Add((row.Month, TargetScope.Person, KeyOf(row.SalespersonKey)), row.Amount);
        Add((row.Month, TargetScope.Channel, row.Channel), row.Amount);
    }

    private static string KeyOf(Guid salesperson) => salesperson == Guid.Empty ? "" : TargetSubject.KeyOf(salesperson);

    private void Add((DateOnly, TargetScope, string) key, SalesAmount amount) => _amounts[key] = _amounts.GetValueOrDefault(key) + amount;
}

internal static class UnitTrees
{
    /// <summary>How org units stand above each other now.</summary>
    public static async Task<UnitTree> Units(this PlanningDbContext db, CancellationToken ct) =>
        new(await db.UnitCopies.AsNoTracking().ToListAsync(ct));
}
