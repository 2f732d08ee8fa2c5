namespace Crm.Customers.Domain.Figures;

/// <summary>
/// What the lines of a customer, and of all that were found to be the same, come to: one row per customer, so that lists, segments and
/// scores read no lines. Amounts are in the currency of the company's books, by the rates that the orders froze.
/// </summary>
internal sealed class CustomerFigures
{
    public CustomerId CustomerId { get; init; }

    /// <summary>Of the orders that count: confirmed and not cancelled.</summary>
    public DateOnly? FirstOrderOn { get; private set; }

    /// <inheritdoc cref="FirstOrderOn"/>
    public DateOnly? LastOrderOn { get; private set; }

    public int Orders { get; private set; }

    /// <summary>Of every amount; null until there is a line.</summary>
    public string? Currency { get; private set; }

    /// <summary>Sold, without tax and shipping, less what was credited.</summary>
    public decimal Net { get; private set; }

    /// <summary>Net less cost, of the orders of which the cost is known.</summary>
    public decimal Margin { get; private set; }

    /// <summary>Owed and not paid; negative where more came in than is owed.</summary>
    public decimal OpenBalance { get; private set; }

    public DateOnly? LastPaymentOn { get; private set; }

    /// <summary>Orders whose amounts are left out because no rate into the currency is known.</summary>
    public int OrdersWithoutRate { get; private set; }

    public DateTimeOffset CountedAt { get; private set; }

    public void Count(FamilyTotals totals, DateTimeOffset now)
    {
        (FirstOrderOn, LastOrderOn, Orders, LastPaymentOn) = (totals.FirstOrderOn, totals.LastOrderOn, totals.Orders, totals.LastPaymentOn);
        (Currency, Net, Margin, OpenBalance) = (totals.Currency, totals.Net, totals.Margin, totals.OpenBalance);
        (OrdersWithoutRate, CountedAt) = (totals.OrdersWithoutRate, now);
    }
}

/// <inheritdoc cref="CustomerFigures"/>
internal sealed record FamilyTotals(
    DateOnly? FirstOrderOn, DateOnly? LastOrderOn, int Orders, DateOnly? LastPaymentOn, string? Currency, decimal Net, decimal Margin, decimal OpenBalance, int OrdersWithoutRate);
