using Crm.SalesOrders.Domain.Exchange;

namespace Crm.SalesOrders.Domain.Approval;

/// <summary>What the rules look at by which others have to agree: of an order, or of what one would become.</summary>
/// <param name="Channel">Code.</param>
/// <param name="Currency">Of the order.</param>
/// <param name="Net">Of all lines.</param>
/// <param name="Rate">What that is worth to the company; null: nobody said.</param>
/// <param name="DiscountRate">What agreements and promotions took off, as a fraction of what the lines come to before them, four decimals. Tax does not count.</param>
/// <param name="MarginRate">Net less cost as a fraction of the net, four decimals; null when the cost of a line is not known, or nothing is charged.</param>
internal sealed record Measured(string Channel, string Currency, decimal Net, CompanyRate? Rate, decimal DiscountRate, decimal? MarginRate)
{
    private const int RateDigits = 4;

    public static Measured Of(Order order) => Of(
        order.Channel, order.Currency, order.CompanyCurrency is { } company ? new CompanyRate(company, order.CompanyRate) : null, [.. order.Lines.Select(l => (l, l.UnitCost))]);

    /// <summary>A confirmed order as it would be. What stays costs what it did.</summary>
    /// <param name="order">As it is.</param>
    /// <param name="terms">What it would be.</param>
    /// <param name="kept">For each line of the terms the line that it was; null where it is new.</param>
    public static Measured Of(Order order, OrderTerms terms, IReadOnlyList<Guid?> kept)
    {
        var costs = order.Lines.ToDictionary(l => l.Id, l => l.UnitCost);
        return Of(terms.Channel, terms.Currency, terms.Rate, [.. Order.LinesOf(terms).Select((l, i) => (l, i < kept.Count && kept[i] is { } id ? costs[id] : l.UnitCost))]);
    }

    /// <summary>The net in a currency; null where it is not known in that one.</summary>
    public decimal? NetIn(string? currency) => Currency == currency ? Net : Rate?.Currency == currency ? Rate?.Worth(Net) : null;

    private static Measured Of(string channel, string currency, CompanyRate? rate, IReadOnlyList<(OrderLine Line, decimal? UnitCost)> lines)
    {
        var net = lines.Sum(l => l.Line.Net);
        return new Measured(
            channel, currency, net, rate, Fraction(lines.Sum(l => l.Line.TakenOff), lines.Sum(l => l.Line.FullValue)) ?? 0m,
            lines.All(l => l.UnitCost is not null) ? Fraction(net - lines.Sum(l => l.UnitCost!.Value * l.Line.Quantity), net) : null);
    }

    private static decimal? Fraction(decimal part, decimal whole) => whole == 0m ? null : Math.Round(part / whole, RateDigits, MidpointRounding.AwayFromZero);
}
