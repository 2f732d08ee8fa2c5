using Crm.BuildingBlocks;

namespace Crm.Pricing;

/// <summary>What a line comes to, before tax.</summary>
/// <param name="Exact">quantity x unit price x (1 - discount rate), to eight decimals, half away from zero.</param>
/// <param name="Rounded">The exact net rounded to the currency's digits, half away from zero: what the customer is asked for.</param>
public readonly record struct LineNet(decimal Exact, decimal Rounded)
{
    /// <summary>Decimals that an exact net keeps, here and in every database.</summary>
    public const int ExactDigits = 8;

    /// <param name="quantity">Units.</param>
    /// <param name="unitPrice">Before discount, in <paramref name="currency"/>.</param>
    /// <param name="discountRate">Fraction from 0 to 1.</param>
    /// <param name="currency">ISO 4217.</param>
    public static LineNet Of(int quantity, decimal unitPrice, decimal discountRate, string currency)
    {
        if (discountRate is < 0m or > 1m) throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A discount rate is a fraction from 0 to 1.");
        var exact = Math.Round(quantity * unitPrice * (1m - discountRate), ExactDigits, MidpointRounding.AwayFromZero);
        return new LineNet(exact, Currencies.Round(exact, currency));
    }

    /// <summary>The line less its share of an amount that concerns the whole order. The share is whole in the currency's digits, so both nets stay in step.</summary>
    public LineNet Less(decimal share) => new(Exact - share, Rounded - share);
}
