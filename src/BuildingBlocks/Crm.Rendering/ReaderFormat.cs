using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.Rendering;

/// <summary>Who reads: the language and the time zone in which figures are written for people.</summary>
/// <remarks>The formats are written out here rather than taken from the operating system's culture data, so that a report is the same on every machine.</remarks>
public sealed class ReaderFormat(Language language, TimeZoneInfo? zone = null)
{
    public static readonly ReaderFormat English = new(Language.English);

    public static readonly ReaderFormat Chinese = new(Language.Chinese);

    private static readonly (decimal From, string Suffix)[] EnglishMagnitudes = [(1e12m, "T"), (1e9m, "B"), (1e6m, "M"), (1e3m, "K")];

    private static readonly (decimal From, string Suffix)[] ChineseMagnitudes = [(1e12m, "万亿"), (1e8m, "亿"), (1e4m, "万")];

    public Language Language { get; } = language;

    /// <summary>The zone in which instants are shown; UTC unless said otherwise.</summary>
    public TimeZoneInfo Zone { get; } = zone ?? TimeZoneInfo.Utc;

    /// <summary>BCP 47 tag for the <c>lang</c> attribute: it decides which glyphs a shared ideograph is drawn with.</summary>
    public string LanguageTag => Language == Language.Chinese ? "zh-Hans" : "en";

    public string Text(Phrase phrase) => CleanText.Of(phrase.In(Language));

    /// <summary>A value as people read it; empty for null. Half is rounded away from zero.</summary>
    public string Text(object? value, ValueFormat format) => Text(Cell.Of(value, format, Language), format);

    /// <summary>Digits grouped by thousands, half rounded away from zero.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">Decimal digits, 0 to 10.</param>
    public string Number(decimal number, int digits)
    {
        var rounded = Math.Round(number, digits, MidpointRounding.AwayFromZero);
        return (rounded == 0m ? 0m : rounded).ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>Short form for labels, to about three significant digits: 1.52M, 152万. Below 10,000 the number itself, with at most two decimals.</summary>
    public string Compact(decimal number) => Compact(
        Math.Abs(number) < 1e4m ? Math.Round(number, 2, MidpointRounding.AwayFromZero) : number,
        size => size >= 100m ? "#,##0" : size >= 10m ? "0.#" : "0.##");

    private string Compact(decimal number, Func<decimal, string> shortened)
    {
        var size = Math.Abs(number);
        var magnitude = size < 1e4m ? default : (Language == Language.Chinese ? ChineseMagnitudes : EnglishMagnitudes).FirstOrDefault(m => size >= m.From);
        return magnitude.Suffix is null
            ? number.ToString("#,##0.##########", CultureInfo.InvariantCulture)
            : (number / magnitude.From).ToString(shortened(size / magnitude.From), CultureInfo.InvariantCulture) + magnitude.Suffix;
    }

    public string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>To the minute, in the reader's zone, with the offset from UTC.</summary>
    public string Instant(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        return local.ToString(local.Offset == TimeSpan.Zero ? "yyyy-MM-dd HH:mm 'UTC'" : "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
    }

    /// <summary>A calendar month: <c>March 2026</c>, <c>2026年3月</c>.</summary>
    public string Month(DateOnly month) => Language == Language.Chinese
        ? month.ToString("yyyy'年'M'月'", CultureInfo.InvariantCulture)
        : month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    internal string WithUnit(Phrase title, ValueFormat format) => Unit(format) is { } unit
        ? Language == Language.Chinese ? $"{Text(title)}（{unit}）" : $"{Text(title)} ({unit})"
        : Text(title);

    internal static string? Unit(ValueFormat format) => format.Kind == ValueKind.Money ? format.Currency : null;

    /// <summary>The text at a tick of an axis: short, but never rounded, as ticks are round numbers already.</summary>
    internal string Tick(double tick, ValueFormat format)
    {
        // The round number beyond the greatest decimal is no decimal any more.
        if (Math.Abs(tick) > 1e26)
            return tick.ToString("0.##E+0", CultureInfo.InvariantCulture);

        return format.Kind == ValueKind.Percent
            ? ((decimal)tick * 100m).ToString("#,##0.##########", CultureInfo.InvariantCulture) + "%"
            : Compact((decimal)tick, _ => "#,##0.##########");
    }

    /// <summary>The text at a bar.</summary>
    internal string Label(decimal number, ValueFormat format) => format.Kind == ValueKind.Percent
        ? Text(number, format)
        : Compact(number);

    internal string Text(Cell cell, ValueFormat format) => cell.Kind switch
    {
        CellKind.Text => cell.Text,
        CellKind.Date => Date(cell.Date),
        CellKind.Instant => Instant(cell.Instant),
        CellKind.Number when format.Kind == ValueKind.Percent => Number(cell.Number * 100m, format.Digits) + "%",
        CellKind.Number when format is { Kind: ValueKind.Money, Currency: null } && cell.Currency is { } currency
            => $"{currency} {Number(cell.Number, Currencies.Digits(currency))}",
        CellKind.Number => Number(cell.Number, format.Digits),
        _ => "",
    };
}
