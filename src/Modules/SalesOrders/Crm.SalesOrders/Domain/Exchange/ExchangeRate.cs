using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Exchange;

internal readonly record struct ExchangeRateId(Guid Value) : ITypedId;

/// <summary>
/// What a unit of a currency is worth in another one, from a day on. Orders freeze it, so a correction changes no order; what was said before it
/// stands in the audit trail.
/// </summary>
internal sealed class ExchangeRate : AggregateRoot
{
    private ExchangeRate()
    {
    }

    public ExchangeRate(string currency, string to, DateOnly on) => (Id, Currency, To, On) = (new ExchangeRateId(Guid.CreateVersion7()), currency, to, on);

    public ExchangeRateId Id { get; private set; }

    public override Guid Key => Id.Value;

    /// <summary>Of which one unit is meant.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>The company's currency, usually.</summary>
    public string To { get; private set; } = "";

    /// <summary>Business date from which it holds, until the next one.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Units of <see cref="To"/> for one unit of <see cref="Currency"/>, more than zero, up to eight decimals.</summary>
    public decimal Rate { get; private set; }

    /// <summary>Who says so, such as a bank.</summary>
    public string? Source { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <returns>Whether it says something new.</returns>
    public bool Say(decimal rate, string? source, Guid by, DateTimeOffset now)
    {
        if ((Rate, Source) == (rate, source)) return false;
        (Rate, Source, RecordedBy, RecordedAt) = (rate, source, by, now);
        Raise(new ExchangeRateWasSaid());
        return true;
    }
}

internal sealed record ExchangeRateWasSaid : DomainEvent;
