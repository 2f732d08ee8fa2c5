using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;

namespace Crm.SalesOrders.Application.Credit;

/// <summary>
/// What amounts of many orders are worth in one currency: by the rate that each froze into it, else by that of today. So an order of the past
/// without a rate counts, and one of a time when the company had another currency.
/// </summary>
internal sealed class Worths
{
    private readonly string _currency;
    private readonly Dictionary<string, decimal> _today;

    private Worths(string currency, Dictionary<string, decimal> today) => (_currency, _today) = (currency, today);

    /// <summary>Costs a read only where an amount has no rate of its own.</summary>
    public static async Task<Worths> In(string currency, SalesOrdersDbContext db, IEnumerable<Owed> amounts, DateOnly today, CancellationToken ct)
    {
        var without = amounts.Where(a => Frozen(a, currency) is null).Select(a => a.Currency).Distinct().ToList();
        return new Worths(currency, without.Count == 0 ? [] : await db.RatesTo(currency, without, today, ct));
    }

    /// <summary>Rounded to the currency's digits once for all that have one rate. What has none, not even today, is left out.</summary>
    public decimal Of(IEnumerable<Owed> amounts) => amounts.GroupBy(a => (a.Currency, Rate: Frozen(a, _currency) ?? Today(a.Currency)))
        .Sum(g => new CompanyRate(_currency, g.Key.Rate).Worth(g.Sum(a => a.Amount)) ?? 0m);

    private static decimal? Frozen(Owed amount, string currency) =>
        amount.Currency == currency ? 1m : amount.CompanyCurrency == currency ? amount.CompanyRate : null;

    private decimal? Today(string currency) => _today.TryGetValue(currency, out var rate) ? rate : null;
}

/// <param name="Currency">Of the amount.</param>
/// <param name="CompanyCurrency">Into which its order froze a rate.</param>
/// <param name="CompanyRate">That rate; null: none.</param>
/// <param name="Amount">What is owed.</param>
internal sealed record Owed(string Currency, string? CompanyCurrency, decimal? CompanyRate, decimal Amount);
