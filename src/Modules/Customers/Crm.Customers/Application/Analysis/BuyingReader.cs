using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Settings;
using Crm.Customers.Application.Figures;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Domain.Scoring;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Analysis;

/// <summary>What all customers of the company bought until a day, whoever asks: a score is a place among all, and not among those that somebody sees.</summary>
internal sealed class BuyingReader(CustomersDbContext db, ISettings settings)
{
    /// <param name="asOf">The last business day that counts.</param>
    /// <param name="months">Orders and value count from so many months before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BuyingUntil> Read(DateOnly asOf, int months, CancellationToken ct)
    {
        var book = await settings.Text(CompanySettings.Currency, ct);
        var from = asOf.AddMonths(-months);
        var survivors = await Survivors(ct);
        var orders = await db.Set<OrderAccount>().AsNoTracking()
            .Where(a => a.OrderedOn != null && a.OrderedOn <= asOf && (a.CancelledOn == null || a.CancelledOn > asOf))
            .GroupBy(a => a.CustomerId)
            .Select(g => new { CustomerId = g.Key, LastOn = g.Max(a => a.OrderedOn)!.Value, Orders = g.Count(a => a.OrderedOn > from) })
            .ToListAsync(ct);
        var values = await db.Set<CustomerTransaction>().AsNoTracking().Where(t => t.On > from && t.On <= asOf && t.NetChange != 0m)
            .GroupBy(t => new { t.CustomerId, t.Currency, t.BookCurrency, t.BookRate })
            .Select(g => new { g.Key, Net = g.Sum(t => t.NetChange) })
            .ToListAsync(ct);
        var net = new Dictionary<CustomerId, decimal>();
        foreach (var value in values)
        {
            if (!survivors.TryGetValue(value.Key.CustomerId, out var survivor)) continue;
            var rate = FigureSums.RateInto(value.Key.Currency, value.Key.BookCurrency, value.Key.BookRate, book) ?? 0m;
            net[survivor] = net.GetValueOrDefault(survivor) + (value.Net * rate);
        }

        var customers = orders.Where(o => survivors.ContainsKey(o.CustomerId)).GroupBy(o => survivors[o.CustomerId])
            .Select(g => new Buying(g.Key, g.Max(o => o.LastOn), g.Sum(o => o.Orders), Currencies.Round(net.GetValueOrDefault(g.Key), book)));
        return new BuyingUntil(asOf, from, book, [.. customers]);
    }

    /// <summary>Every customer to the one that it is or leads to; without those who were deleted or erased.</summary>
    public async Task<Dictionary<CustomerId, CustomerId>> Survivors(CancellationToken ct)
    {
        var all = await db.Customers.IgnoreQueryFilters().Where(c => c.DeletedAt == null && c.Name != "").Select(c => new { c.Id, c.SurvivorId }).ToListAsync(ct);
        var alive = all.Where(c => c.SurvivorId is null).Select(c => c.Id).ToHashSet();
        return all.Where(c => alive.Contains(c.SurvivorId ?? c.Id)).ToDictionary(c => c.Id, c => c.SurvivorId ?? c.Id);
    }
}

/// <param name="AsOf">The last business day that counts.</param>
/// <param name="After">Orders and value count after this day.</param>
/// <param name="Currency">Of the values.</param>
/// <param name="Customers">Who ordered anything until then.</param>
internal sealed record BuyingUntil(DateOnly AsOf, DateOnly After, string Currency, IReadOnlyList<Buying> Customers);
