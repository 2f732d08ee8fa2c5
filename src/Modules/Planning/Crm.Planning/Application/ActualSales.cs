using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application;

/// <summary>What was sold in the months of a plan, in its currency, by month and whose sale it was. Read from the roll-up.</summary>
internal sealed class ActualSales
{
    private readonly Dictionary<(DateOnly Month, TargetScope Scope, string Key), SalesAmount> _amounts = [];

    /// <summary>Months in which anything was sold.</summary>
    public IEnumerable<DateOnly> Months => _amounts.Keys.Select(k => k.Month).Distinct().Order();

    public static async Task<ActualSales> Read(PlanningDbContext db, SalesPlan plan, CancellationToken ct)
    {
        var actual = new ActualSales();
        var rows = db.LiveSales.Where(m => m.Currency == plan.Currency && m.Month >= plan.FirstMonth && m.Month <= plan.LastMonth);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct)) actual.Take(row);
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

    /// <summary>Everybody who sold, or every channel that was sold through; the empty key stands for sales that are credited to nobody.</summary>
    public IEnumerable<string> Keys(TargetScope scope) =>
        _amounts.Keys.Where(k => k.Scope == scope).Select(k => k.Key).Distinct().Order(StringComparer.Ordinal);

    private void Take(MonthlySales row)
    {
        Add((row.Month, TargetScope.Company, ""), row.Amount);
        Add((row.Month, TargetScope.Person, KeyOf(row.SalespersonKey)), row.Amount);
        Add((row.Month, TargetScope.Channel, row.Channel), row.Amount);
    }

    private static string KeyOf(Guid salesperson) => salesperson == Guid.Empty ? "" : salesperson.ToString("D");

    private void Add((DateOnly, TargetScope, string) key, SalesAmount amount) => _amounts[key] = _amounts.GetValueOrDefault(key) + amount;
}
