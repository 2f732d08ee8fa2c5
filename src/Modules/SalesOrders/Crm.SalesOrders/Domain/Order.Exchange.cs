using Crm.SalesOrders.Domain.Exchange;

namespace Crm.SalesOrders.Domain;

internal sealed partial class Order
{
    /// <summary>In which the company kept its books; null: nobody said.</summary>
    public string? CompanyCurrency { get; private set; }

    /// <summary>Units of it for one unit of the order's currency, up to eight decimals. Frozen when the order is confirmed, or as soon as money is there for it; before, that of the day it was last priced.</summary>
    public decimal? CompanyRate { get; private set; }

    /// <summary>It is not sold yet, and nobody has said what it is worth to the company.</summary>
    public bool WaitsForRate => CompanyRate is null && !IsSold;

    /// <summary>What an amount of the order is worth to the company; null where that is not known.</summary>
    public decimal? Worth(decimal amount) => CompanyCurrency is { } company ? new CompanyRate(company, CompanyRate).Worth(amount) : null;

    /// <summary>Takes the rate of the day on which it is confirmed. Once money was booked by a rate, that one stays.</summary>
    public void TakeRate(CompanyRate rate)
    {
        if (rate.Rate is null || (CompanyRate is not null && (Paid != 0m || Refunded != 0m))) return;
        (CompanyCurrency, CompanyRate) = (rate.Currency, rate.Rate);
    }

    /// <summary>Refuses to become binding for an amount of which nobody knows what it is worth.</summary>
    public void RequireRate()
    {
        if (CompanyCurrency is { } company && CompanyRate is null) throw ExchangeRules.RateMissing.Broken(Currency, company);
    }
}
