using Crm.BuildingBlocks;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Figures;

namespace Crm.Customers.Application.Figures;

/// <summary>Orders of a customer in one currency and at one rate.</summary>
internal sealed record OrderSums(
    CustomerId CustomerId, string Currency, string? BookCurrency, decimal? BookRate, int Orders, DateOnly FirstOn, DateOnly LastOn);

/// <summary>Lines of a customer in one currency and at one rate.</summary>
internal sealed record LineSums
{
    public required CustomerId CustomerId { get; init; }

    public required string Currency { get; init; }

    public string? BookCurrency { get; init; }

    public decimal? BookRate { get; init; }

    public decimal Owed { get; init; }

    public decimal Received { get; init; }

    public decimal Net { get; init; }

    public decimal Margin { get; init; }

    public DateOnly? LastPaymentOn { get; init; }
}

/// <summary>How lines are summed, and what they are worth in the currency of the company's books.</summary>
internal static class FigureSums
{
    /// <summary>Orders that count on a day: confirmed, ordered and not yet cancelled.</summary>
    /// <param name="orders">Of whomever.</param>
    /// <param name="asOf">Null: all that are known.</param>
    public static IQueryable<OrderSums> CountingOn(this IQueryable<OrderAccount> orders, DateOnly? asOf) => orders
        .Where(a => a.OrderedOn != null && (asOf == null ? a.CancelledOn == null : a.OrderedOn <= asOf && (a.CancelledOn == null || a.CancelledOn > asOf)))
        .GroupBy(a => new { a.CustomerId, a.Currency, a.BookCurrency, a.BookRate })
        .Select(g => new OrderSums(
            g.Key.CustomerId, g.Key.Currency, g.Key.BookCurrency, g.Key.BookRate, g.Count(), g.Min(a => a.OrderedOn)!.Value, g.Max(a => a.OrderedOn)!.Value));

    public static IQueryable<LineSums> Summed(this IQueryable<CustomerTransaction> lines) => lines
        .GroupBy(t => new { t.CustomerId, t.Currency, t.BookCurrency, t.BookRate })
        .Select(g => new LineSums
        {
            CustomerId = g.Key.CustomerId,
            Currency = g.Key.Currency,
            BookCurrency = g.Key.BookCurrency,
            BookRate = g.Key.BookRate,
            Owed = g.Sum(t => t.OwedChange),
            Received = g.Sum(t => t.ReceivedChange),
            Net = g.Sum(t => t.NetChange),
            Margin = g.Sum(t => t.MarginChange),
            LastPaymentOn = g.Max(t => t.Kind == TransactionKind.Payment ? t.On : (DateOnly?)null),
        });

    /// <summary>Units of the book currency for one of the currency; null where no rate is known.</summary>
    /// <param name="currency">Of the amounts.</param>
    /// <param name="frozenInto">For which the order froze a rate.</param>
    /// <param name="frozen">That rate.</param>
    /// <param name="book">In which the company keeps its books now.</param>
    public static decimal? RateInto(string currency, string? frozenInto, decimal? frozen, string book) =>
        currency == book ? 1m : frozenInto == book ? frozen : null;

    public static FamilyTotals Total(IReadOnlyList<OrderSums> orders, IReadOnlyList<LineSums> lines, string book)
    {
        var worth = lines.Select(l => (Line: l, Rate: RateInto(l.Currency, l.BookCurrency, l.BookRate, book))).Where(l => l.Rate is not null).ToList();
        return new FamilyTotals(
            orders.Select(o => (DateOnly?)o.FirstOn).Min(),
            orders.Select(o => (DateOnly?)o.LastOn).Max(),
            orders.Sum(o => o.Orders),
            lines.Max(l => l.LastPaymentOn),
            lines.Count == 0 ? null : book,
            Worth(l => l.Net),
            Worth(l => l.Margin),
            Worth(l => l.Owed - l.Received),
            orders.Where(o => RateInto(o.Currency, o.BookCurrency, o.BookRate, book) is null).Sum(o => o.Orders));

        decimal Worth(Func<LineSums, decimal> amount) => Currencies.Round(worth.Sum(w => amount(w.Line) * w.Rate!.Value), book);
    }
}
