namespace Crm.BuildingBlocks;

/// <summary>An amount in one currency. Adding different currencies is a programming error and throws.</summary>
/// <param name="Amount">At most four decimals when stored.</param>
/// <param name="Currency">ISO 4217 code, three capital letters.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    public static Money Zero(string currency) => new(0m, currency);

    public static Money operator +(Money left, Money right) => new(left.Amount + right.In(left.Currency), left.Currency);

    public static Money operator -(Money left, Money right) => new(left.Amount - right.In(left.Currency), left.Currency);

    /// <summary>Rounded to the currency's digits, half away from zero.</summary>
    public Money Rounded() => this with { Amount = Currencies.Round(Amount, Currency) };

    public override string ToString() => FormattableString.Invariant($"{Amount} {Currency}");

    private decimal In(string currency) => Currency == currency
        ? Amount
        : throw new InvalidOperationException($"{Currency} cannot be added to {currency}.");
}
