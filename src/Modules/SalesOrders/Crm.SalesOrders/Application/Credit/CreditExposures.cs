using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Application.Exchange;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Domain.Exchange;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Credit;

/// <summary>
/// What a customer owes or will owe: the unpaid part of every order that is confirmed, or, where the limit is checked at shipping, of every
/// confirmed order of which something was shipped. Whoever sees the sum sees the sum over all orders.
/// </summary>
internal static class CreditExposures
{
    // The states in which something can be unpaid: an index finds them, the amounts decide.
    private static readonly PaymentState[] PerhapsUnpaid =
        [PaymentState.Unpaid, PaymentState.Authorised, PaymentState.PartlyPaid, PaymentState.PartlyRefunded, PaymentState.Refunded];

    /// <summary>Of the orders that are asked, those that count.</summary>
    public static IQueryable<Order> Exposed(this IQueryable<Order> orders, Guid customer, bool fromShipping) => orders.Where(o => o.CustomerId == customer).Exposed(fromShipping);

    private static IQueryable<Order> Exposed(this IQueryable<Order> orders, bool fromShipping) => orders.IgnoreAutoIncludes()
        .Where(o => PerhapsUnpaid.Contains(o.Payment) && (o.State == OrderState.Confirmed || o.State == OrderState.Completed)
            && o.Gross - o.Credited - o.Paid + o.Refunded > 0m && (!fromShipping || o.Fulfilment != FulfilmentState.None));

    private static IQueryable<Order> AllExposed(SalesOrdersDbContext db, Guid customer, bool fromShipping) =>
        db.Orders.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Exposed(customer, fromShipping);

    /// <summary>The exposure in one currency, without one order.</summary>
    public static async Task<decimal> ExposureWithout(this SalesOrdersDbContext db, Order order, bool fromShipping, CancellationToken ct)
    {
        var sums = await AllExposed(db, order.CustomerId, fromShipping).Where(o => o.Currency == order.Currency && o.Id != order.Id).GroupBy(o => o.CustomerId)
            .Select(g => new { Gross = g.Sum(o => o.Gross), Credited = g.Sum(o => o.Credited), Paid = g.Sum(o => o.Paid), Refunded = g.Sum(o => o.Refunded) })
            .SingleOrDefaultAsync(ct);
        return sums is null ? 0m : sums.Gross - sums.Credited - sums.Paid + sums.Refunded;
    }

    /// <summary>
    /// The exposure in all currencies together, by the rates that the orders froze. What was confirmed while the books were kept in another
    /// currency counts by the rate of today; an order of the past that has no rate is left out.
    /// </summary>
    public static async Task<decimal> ExposedWorth(
        this SalesOrdersDbContext db, Guid customer, string company, OrderId? without, bool fromShipping, DateOnly today, CancellationToken ct)
    {
        var orders = AllExposed(db, customer, fromShipping);
        if (without is { } one) orders = orders.Where(o => o.Id != one);
        var sums = await orders.GroupBy(o => new { o.Currency, o.CompanyCurrency, o.CompanyRate })
            .Select(g => new { g.Key.Currency, g.Key.CompanyCurrency, g.Key.CompanyRate, Gross = g.Sum(o => o.Gross), Credited = g.Sum(o => o.Credited), Paid = g.Sum(o => o.Paid), Refunded = g.Sum(o => o.Refunded) })
            .ToListAsync(ct);
        var others = sums.Where(s => s.CompanyCurrency != company && s.Currency != company).Select(s => s.Currency).Distinct().ToList();
        var rates = others.Count == 0 ? [] : await db.RatesTo(company, others, today, ct);
        return sums.Sum(s => CompanyRate.Of(s.Currency, company, s.CompanyCurrency == company ? s.CompanyRate : Today(s.Currency)).Worth(s.Gross - s.Credited - s.Paid + s.Refunded) ?? 0m);

        decimal? Today(string currency) => rates.TryGetValue(currency, out var rate) ? rate : null;
    }

    /// <summary>What each of these customers owes by currency, in the order of the currencies.</summary>
    public static async Task<ILookup<Guid, Exposure>> Exposures(this SalesOrdersDbContext db, List<Guid> customers, bool fromShipping, CancellationToken ct)
    {
        var sums = await db.Orders.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(o => customers.Contains(o.CustomerId)).Exposed(fromShipping)
            .GroupBy(o => new { o.CustomerId, o.Currency })
            .Select(g => new { g.Key.CustomerId, g.Key.Currency, Gross = g.Sum(o => o.Gross), Credited = g.Sum(o => o.Credited), Paid = g.Sum(o => o.Paid), Refunded = g.Sum(o => o.Refunded) })
            .ToListAsync(ct);
        return sums.OrderBy(s => s.Currency, StringComparer.Ordinal).ToLookup(s => s.CustomerId, s => new Exposure(s.Currency, s.Gross - s.Credited - s.Paid + s.Refunded));
    }

    /// <summary>What each exposed order adds.</summary>
    public static Task<List<ExposedOrder>> Debts(this SalesOrdersDbContext db, Guid customer, bool fromShipping, CancellationToken ct) =>
        AllExposed(db, customer, fromShipping).Select(o => new ExposedOrder(o.Currency, new OrderDebt(o.Gross - o.Credited, o.Paid - o.Refunded, o.Invoiced))).ToListAsync(ct);
}

/// <param name="Currency">Of the order.</param>
/// <param name="Debt">What it adds.</param>
internal sealed record ExposedOrder(string Currency, OrderDebt Debt);
