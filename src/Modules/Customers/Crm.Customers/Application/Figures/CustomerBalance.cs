using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Figures;

/// <summary>What a customer and all that were found to be the same ordered, paid and owe as of a day, from the dated lines.</summary>
internal sealed record CustomerBalance(
    int Orders, DateOnly? FirstOrderOn, DateOnly? LastOrderOn, DateOnly? LastPaymentOn, IReadOnlyList<CurrencyBalance> Currencies, CurrencyBalance Converted, int OrdersWithoutRate)
{
    public static async Task<CustomerBalance> Read(CustomersDbContext db, IReadOnlyList<CustomerId> family, DateOnly asOf, string book, CancellationToken ct)
    {
        var orders = await db.Set<OrderAccount>().AsNoTracking().Where(a => family.Contains(a.CustomerId)).CountingOn(asOf).ToListAsync(ct);
        var lines = await db.Set<CustomerTransaction>().AsNoTracking().Where(t => family.Contains(t.CustomerId) && t.On <= asOf).Summed().ToListAsync(ct);
        var total = FigureSums.Total(orders, lines, book);
        var rated = orders.Where(o => FigureSums.RateInto(o.Currency, o.BookCurrency, o.BookRate, book) is not null).Sum(o => o.Orders);
        return new CustomerBalance(
            total.Orders, total.FirstOrderOn, total.LastOrderOn, total.LastPaymentOn,
            [.. lines.GroupBy(l => l.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => CurrencyBalance.Of(g.Key, [.. g], orders.Where(o => o.Currency == g.Key).Sum(o => o.Orders)))],
            new CurrencyBalance(book, rated, total.Net, total.Margin, total.OpenBalance, Average(total.Net, rated, book)), total.OrdersWithoutRate);
    }

    internal static decimal? Average(decimal net, int orders, string currency) => orders == 0 ? null : BuildingBlocks.Currencies.Round(net / orders, currency);
}

/// <param name="Currency">ISO 4217.</param>
/// <param name="Orders">That count.</param>
/// <param name="Net">Sold, without tax and shipping.</param>
/// <param name="Margin">Net less cost, of the orders of which the cost is known.</param>
/// <param name="OpenBalance">Owed and not paid.</param>
/// <param name="AverageNet">Per order; null: there is none.</param>
internal sealed record CurrencyBalance(string Currency, int Orders, decimal Net, decimal Margin, decimal OpenBalance, decimal? AverageNet)
{
    public static CurrencyBalance Of(string currency, IReadOnlyList<LineSums> lines, int orders)
    {
        var net = lines.Sum(l => l.Net);
        return new CurrencyBalance(
            currency, orders, net, lines.Sum(l => l.Margin), lines.Sum(l => l.Owed - l.Received), CustomerBalance.Average(net, orders, currency));
    }
}
