using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.Rendering;

internal enum CellKind
{
    Empty,
    Text,
    Number,
    Date,
    Instant,
}

/// <summary>One value of a table, brought to one of the few types that every format can write.</summary>
internal readonly record struct Cell(CellKind Kind)
{
    private static readonly Phrase Yes = new("Yes", "是");
    private static readonly Phrase No = new("No", "否");

    public string Text { get; private init; } = "";

    public decimal Number { get; private init; }

    /// <summary>The value's own currency, or that of its column.</summary>
    public string? Currency { get; private init; }

    public DateOnly Date { get; private init; }

    public DateTimeOffset Instant { get; private init; }

    public static Cell Of(object? value, ValueFormat format, Language language) => value switch
    {
        null or DBNull => default,
        string text => OfText(text),
        Phrase phrase => OfText(phrase.In(language)),
        _ when format.Kind == ValueKind.Text => OfText(Worded(value, language)),
        Money money when format.Kind == ValueKind.Money => OfMoney(money, format),
        DateOnly date when format.Kind == ValueKind.Date => new Cell(CellKind.Date) { Date = date },
        DateTimeOffset instant when format.Kind == ValueKind.Instant => new Cell(CellKind.Instant) { Instant = instant },
        double or float when format.IsNumeric => OfDouble(Convert.ToDouble(value, CultureInfo.InvariantCulture), format),
        decimal or long or int or short or byte or ulong or uint or ushort or sbyte when format.IsNumeric
            => OfNumber(Convert.ToDecimal(value, CultureInfo.InvariantCulture), format),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be shown as {format.Kind}.", nameof(value)),
    };

    private static Cell OfText(string text) => text.Length == 0 ? default : new Cell(CellKind.Text) { Text = CleanText.Of(text) };

    private static Cell OfNumber(decimal number, ValueFormat format) => new(CellKind.Number) { Number = number, Currency = format.Currency };

    private static Cell OfMoney(Money money, ValueFormat format) => format.Currency is null || format.Currency == money.Currency
        ? new Cell(CellKind.Number) { Number = money.Amount, Currency = money.Currency }
        : throw new ArgumentException($"{money.Currency} cannot be shown in a column of {format.Currency}.", nameof(money));

    /// <summary>Not-a-number and infinity are no figures and stay empty; what a decimal cannot hold is written as text.</summary>
    private static Cell OfDouble(double number, ValueFormat format) => !double.IsFinite(number)
        ? default
        : Math.Abs(number) < 7.9e28
            ? OfNumber((decimal)number, format)
            : OfText(number.ToString("R", CultureInfo.InvariantCulture));

    private static string Worded(object value, Language language) => value switch
    {
        bool truth => (truth ? Yes : No).In(language),
        Enum member => Labels.Of(member).In(language),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
