namespace Crm.Customers.Domain.Scoring;

/// <summary>
/// What a customer was and may be worth. Historic is the margin that was earned; expected is that of the years to come, margin x retention /
/// (1 + discount - retention): S. Gupta, D. R. Lehmann, "Customers as assets", Journal of Interactive Marketing 17 (2003), for a constant
/// margin and retention and an endless horizon, the first margin coming a year from now.
/// </summary>
/// <param name="Historic">Margin until the day.</param>
/// <param name="YearlyMargin">Of the twelve months until the day; nothing is expected of who earned nothing.</param>
/// <param name="Retention">Share of customers who order again the year after, from 0 to below 1.</param>
/// <param name="Discount">By which money is worth less a year later, more than 0.</param>
internal sealed record LifetimeValue(decimal Historic, decimal YearlyMargin, decimal Retention, decimal Discount)
{
    public decimal Expected => Math.Max(0m, YearlyMargin) * Retention / (1m + Discount - Retention);

    public decimal Total => Historic + Expected;
}
