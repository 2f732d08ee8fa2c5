using Crm.BuildingBlocks.Hosting.Quality;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Quality;

/// <summary>How prices lie in each category and currency. Counted once for each of them while it lives.</summary>
/// <param name="least">Fewest prices that say something.</param>
internal sealed class PriceLevels(int least)
{
    /// <summary>So many of the products that were added last stand for a category, which keeps memory bounded however many there are.</summary>
    public const int MostPrices = 10_000;

    private readonly Dictionary<(string Category, string Currency), ModifiedZScore?> _levels = [];

    /// <returns>Of the natural logarithms of the prices; null where there are too few, or all are equal.</returns>
    public async Task<ModifiedZScore?> Of(SalesOrdersDbContext db, string category, string currency, CancellationToken ct)
    {
        if (_levels.TryGetValue((category, currency), out var known)) return known;
        var prices = await db.Products.Where(p => p.Category == category && p.Currency == currency && p.IsActive && p.ListPrice > 0m)
            .OrderByDescending(p => p.Id).Select(p => p.ListPrice).Take(MostPrices).ToListAsync(ct);
        return _levels[(category, currency)] = prices.Count < least ? null : ModifiedZScore.Of(prices.ConvertAll(LogOf));
    }

    /// <summary>Prices are compared by their logarithms: twice as much is as far away as half.</summary>
    public static double LogOf(decimal price) => Math.Log((double)price);
}
