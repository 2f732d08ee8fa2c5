using Crm.Pricing;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Exchange;

/// <summary>What products cost in the currency of an order, so that its margin compares like with like.</summary>
internal sealed class OrderCosts(SalesOrdersDbContext db)
{
    /// <param name="products">With their costs in their own currencies.</param>
    /// <param name="sale">With the currency of the order, its rate, and the day whose rates hold for every other currency.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The same products; a cost for which there is no rate is not known.</returns>
    public async ValueTask<IReadOnlyList<ProductSnapshot>> InCurrency(IReadOnlyList<ProductSnapshot> products, Sale sale, CancellationToken ct)
    {
        var (currency, rate) = (sale.Currency, sale.Rate);
        if (products.All(p => p.Currency == currency)) return products;
        // Only products that are neither in the order's nor in the company's currency cost a read.
        var others = products.Select(p => p.Currency).Where(c => c != currency && c != rate.Currency).Distinct().ToList();
        var rates = others.Count == 0 ? new Dictionary<string, decimal>() : await db.RatesTo(rate.Currency, others, sale.Day, ct);
        return [.. products.Select(p => p.Currency == currency ? p : Converted(p, Factor(p.Currency)))];

        decimal? Factor(string from) => (from == rate.Currency ? 1m : rates.TryGetValue(from, out var known) ? known : null) / rate.Rate;
    }

    private static ProductSnapshot Converted(ProductSnapshot product, decimal? factor) =>
        product with { Cost = Exact(product.Cost * factor), CurrentCost = Exact(product.CurrentCost * factor) };

    private static decimal? Exact(decimal? cost) => cost is { } known ? Math.Round(known, LineNet.ExactDigits, MidpointRounding.AwayFromZero) : null;
}

internal static class RatesInForce
{
    /// <summary>What a unit of each currency is worth in another one on a day, as far as that is known.</summary>
    public static async Task<Dictionary<string, decimal>> RatesTo(
        this SalesOrdersDbContext db, string to, IReadOnlyCollection<string> currencies, DateOnly day, CancellationToken ct)
    {
        var found = await db.ExchangeRates.AsNoTracking()
            .Where(r => r.To == to && EF.Parameter(currencies).Contains(r.Currency) && r.On <= day
                && !db.ExchangeRates.Any(later => later.To == to && later.Currency == r.Currency && later.On <= day && later.On > r.On))
            .Select(r => new { r.Currency, r.Rate }).ToListAsync(ct);
        return found.ToDictionary(r => r.Currency, r => r.Rate);
    }

    /// <summary>What a currency is worth to the company on a day.</summary>
    public static async Task<CompanyRate> RateOf(this SalesOrdersDbContext db, string currency, string company, DateOnly day, CancellationToken ct)
    {
        if (currency == company) return CompanyRate.Of(currency, company, known: null);
        var known = await db.RatesTo(company, [currency], day, ct);
        return CompanyRate.Of(currency, company, known.TryGetValue(currency, out var rate) ? rate : null);
    }
}
