using Crm.BuildingBlocks;

namespace Crm.Rendering;

/// <summary>What a value is, and so how it is aligned, formatted for people and typed in files.</summary>
public enum ValueKind
{
    Text,
    Integer,
    Decimal,
    Money,
    Percent,
    Date,
    Instant,
}

/// <summary>How the values of a column, a key figure or a chart are shown.</summary>
/// <param name="Kind">The type of value.</param>
/// <param name="Digits">Decimal digits shown, 0 to 10. Files keep the value itself, unrounded.</param>
/// <param name="Currency">ISO 4217 code for money in one currency; null when each value brings its own.</param>
public sealed record ValueFormat(ValueKind Kind, int Digits = 0, string? Currency = null)
{
    public static readonly ValueFormat Text = new(ValueKind.Text);

    public static readonly ValueFormat Integer = new(ValueKind.Integer);

    public static readonly ValueFormat Date = new(ValueKind.Date);

    /// <summary>A moment, shown in the reader's time zone to the minute.</summary>
    public static readonly ValueFormat Instant = new(ValueKind.Instant);

    /// <summary>Money where each value is a <see cref="BuildingBlocks.Money"/> with a currency of its own.</summary>
    public static readonly ValueFormat MixedMoney = new(ValueKind.Money, 2);

    public static ValueFormat Decimal(int digits = 2) => new(ValueKind.Decimal, digits);

    /// <summary>Money in one currency, shown with that currency's digits.</summary>
    public static ValueFormat Money(string currency) => new(ValueKind.Money, Currencies.Digits(currency), currency);

    /// <summary>A fraction of one: 0.125 is shown as 12.5%.</summary>
    public static ValueFormat Percent(int digits = 1) => new(ValueKind.Percent, digits);

    /// <summary>Numbers stand at the right of their column, so that digits of one weight are above each other.</summary>
    public bool IsNumeric => Kind is ValueKind.Integer or ValueKind.Decimal or ValueKind.Money or ValueKind.Percent;
}
