using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Credit;
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

    /// <summary>Of the orders that are asked, those that count: of a customer and of all that were found to be the same.</summary>
    public static IQueryable<Order> Exposed(this IQueryable<Order> orders, List<Guid> family, bool fromShipping) =>
        orders.Where(o => EF.Parameter(family).Contains(o.CustomerId)).Exposed(fromShipping);

    private static IQueryable<Order> Exposed(this IQueryable<Order> orders, bool fromShipping) => orders.IgnoreAutoIncludes()
        .Where(o => PerhapsUnpaid.Contains(o.Payment) && (o.State == OrderState.Confirmed || o.State == OrderState.Completed)
            && o.Gross - o.Credited - o.Paid + o.Refunded > 0m && (!fromShipping || o.Fulfilment != FulfilmentState.None));

    private static IQueryable<Order> AllExposed(SalesOrdersDbContext db, List<Guid> family, bool fromShipping) =>
        db.Orders.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Exposed(family, fromShipping);

    /// <summary>The exposure in one currency, without one order.</summary>
    public static async Task<decimal> ExposureWithout(this SalesOrdersDbContext db, List<Guid> family, Order order, bool fromShipping, CancellationToken ct)
    {
        var sums = await AllExposed(db, family, fromShipping).Where(o => o.Currency == order.Currency && o.Id != order.Id).GroupBy(o => o.Currency)
            .Select(g => new { Gross = g.Sum(o => o.Gross), Credited = g.Sum(o => o.Credited), Paid = g.Sum(o => o.Paid), Refunded = g.Sum(o => o.Refunded) })
            .SingleOrDefaultAsync(ct);
        return sums is null ? 0m : sums.Gross - sums.Credited - sums.Paid + sums.Refunded;
    }

    /// <summary>The exposure in all currencies together, in that of the order's company, without one order: by the rates that the orders froze, else by those of today.</summary>
    public static async Task<decimal> ExposedWorthWithout(this SalesOrdersDbContext db, List<Guid> family, Order order, bool fromShipping, DateOnly today, CancellationToken ct)
    {
        var sums = await AllExposed(db, family, fromShipping).Where(o => o.Id != order.Id).GroupBy(o => new { o.Currency, o.CompanyCurrency, o.CompanyRate })
            .Select(g => new { g.Key, Gross = g.Sum(o => o.Gross), Credited = g.Sum(o => o.Credited), Paid = g.Sum(o => o.Paid), Refunded = g.Sum(o => o.Refunded) })
            .ToListAsync(ct);
        var owed = sums.ConvertAll(s => new Owed(s.Key.Currency, s.Key.CompanyCurrency, s.Key.CompanyRate, s.Gross - s.Credited - s.Paid + s.Refunded));
        return (await Worths.In(order.CompanyCurrency!, db, owed, today, ct)).Of(owed);
    }

    /// <summary>What is owed by currency, in the order of the currencies, under the survivor of each family; whoever was merged owes nothing beside it.</summary>
    /// <param name="db">Knows the orders.</param>
    /// <param name="families">Member to survivor.</param>
    /// <param name="fromShipping">Whether an order counts from its first shipment.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ILookup<Guid, Exposure>> Exposures(this SalesOrdersDbContext db, IReadOnlyDictionary<Guid, Guid> families, bool fromShipping, CancellationToken ct)
    {
        var customers = families.Keys.ToList();
        var sums = await db.Orders.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(o => EF.Parameter(customers).Contains(o.CustomerId)).Exposed(fromShipping)
            .GroupBy(o => new { o.CustomerId, o.Currency })
            .Select(g => new { g.Key.CustomerId, g.Key.Currency, Gross = g.Sum(o => o.Gross), Credited = g.Sum(o => o.Credited), Paid = g.Sum(o => o.Paid), Refunded = g.Sum(o => o.Refunded) })
            .ToListAsync(ct);
        return sums.GroupBy(s => (Survivor: families[s.CustomerId], s.Currency)).OrderBy(g => g.Key.Currency, StringComparer.Ordinal)
            .ToLookup(g => g.Key.Survivor, g => new Exposure(g.Key.Currency, g.Sum(s => s.Gross - s.Credited - s.Paid + s.Refunded)));
    }

    /// <summary>What each exposed order adds.</summary>
    public static Task<List<ExposedOrder>> Debts(this SalesOrdersDbContext db, List<Guid> family, bool fromShipping, CancellationToken ct) =>
        AllExposed(db, family, fromShipping).Select(o => new ExposedOrder(
            o.Currency, o.CompanyCurrency, o.CompanyRate, new OrderDebt(o.Gross - o.Credited, o.Paid - o.Refunded, o.Invoiced))).ToListAsync(ct);
}

/// <param name="Currency">Of the order.</param>
/// <param name="CompanyCurrency">Into which it froze a rate.</param>
/// <param name="CompanyRate">That rate; null: none.</param>
/// <param name="Debt">What it adds.</param>
internal sealed record ExposedOrder(string Currency, string? CompanyCurrency, decimal? CompanyRate, OrderDebt Debt)
{
    public Owed Owes(decimal amount) => new(Currency, CompanyCurrency, CompanyRate, amount);
}
