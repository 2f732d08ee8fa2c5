using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Exchange;

/// <summary>What amounts of an order are worth in the currency in which the company keeps its books.</summary>
/// <param name="Currency">Of the company, ISO 4217.</param>
/// <param name="Rate">Its units for one unit of the order's currency; null: not known.</param>
internal readonly record struct CompanyRate(string Currency, decimal? Rate)
{
    /// <param name="currency">Of the order.</param>
    /// <param name="company">Of the company.</param>
    /// <param name="known">The rate in force, where the two differ.</param>
    public static CompanyRate Of(string currency, string company, decimal? known) => new(company, currency == company ? 1m : known);

    /// <summary>As a document keeps it; null where it knows none.</summary>
    public static CompanyRate? Frozen(string? company, decimal? rate) => company is null || rate is null ? null : new CompanyRate(company, rate);

    /// <summary>Rounded to the digits of the company's currency, half away from zero.</summary>
    public decimal? Worth(decimal amount) => Rate is { } rate ? Currencies.Round(amount * rate, Currency) : null;
}

internal static class ExchangeRules
{
    public static readonly Rule RateMissing = new(
        "sales-orders.rate-missing", "There is no exchange rate from {0} to {1} in force: enter one first.", "没有生效的 {0} 兑 {1} 汇率：请先录入汇率。");

    public static readonly Rule SameCurrency = new(
        "sales-orders.rate-same-currency", "{0} needs no exchange rate to itself.", "{0} 无需对自身的汇率。");
}
