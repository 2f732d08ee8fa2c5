using Crm.SalesOrders.Domain.Exchange;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>In which the company kept its books; null: nobody said.</summary>
    public string? CompanyCurrency { get; private set; }

    /// <summary>Units of it for one unit of the order's currency, up to eight decimals. Frozen when the order is confirmed; before, that of the day it was last priced.</summary>
    public decimal? CompanyRate { get; private set; }

    /// <summary>What an amount of the order is worth to the company; null where that is not known.</summary>
    public decimal? Worth(decimal amount) => CompanyCurrency is { } company ? new CompanyRate(company, CompanyRate).Worth(amount) : null;

    /// <summary>Money for it would be booked without a rate, while the documents after its confirmation have one.</summary>
    public bool LacksRateForMoney => !IsSold && CompanyRate is null;

    // By one rate, so that what was paid before and what is invoiced later meet without a rest.
    private bool IsBookedByRate => CompanyRate is not null && (Paid != 0m || Refunded != 0m);

    /// <summary>Takes the rate of the day on which it is confirmed, or money comes in for it. Once money was booked by a rate, that one stays.</summary>
    public void TakeRate(CompanyRate? rate)
    {
        if (rate is { Rate: not null } known && !IsBookedByRate) (CompanyCurrency, CompanyRate) = (known.Currency, known.Rate);
    }

    /// <summary>Refuses to become binding for an amount of which nobody knows what it is worth.</summary>
    public void RequireRate()
    {
        if (CompanyCurrency is { } company && CompanyRate is null) throw ExchangeRules.RateMissing.Broken(Currency, company);
    }
}
