using System.Globalization;
using System.Text.Json;

namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>Texts as values. Strict: what is not exactly of the expected form is refused rather than guessed.</summary>
internal static class TextValues
{
    private const NumberStyles Digits = NumberStyles.AllowLeadingSign;

    private static readonly string[] Dates = ["yyyy-MM-dd"];

    private static readonly string[] Instants =
        ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static bool CanRead(Type type) => type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(int) || type == typeof(long)
        || type == typeof(bool) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) || type == typeof(Guid);

    /// <returns>The value, or the rule that the text breaks.</returns>
    public static (object? Value, Rule? Rule, object?[] Values) Read(string text, FieldShape field, string decimalSeparator, string? dateFormat)
    {
        var type = field.Type;
        if (type == typeof(string)) return text.Length <= field.MaxLength ? Good(text) : Bad(ImportRules.TooLong, field.MaxLength);
        if (type == typeof(decimal)) return Number(text, decimalSeparator);
        if (type == typeof(int))
            return int.TryParse(text, Digits, CultureInfo.InvariantCulture, out var whole) ? Good(whole) : Bad(ImportRules.NotAWholeNumber, int.MinValue, int.MaxValue);
        if (type == typeof(long))
            return long.TryParse(text, Digits, CultureInfo.InvariantCulture, out var big) ? Good(big) : Bad(ImportRules.NotAWholeNumber, long.MinValue, long.MaxValue);
        if (type == typeof(bool)) return Flag(text);
        if (type == typeof(DateOnly)) return Date(text, dateFormat);
        if (type == typeof(DateTimeOffset)) return Instant(text, dateFormat);
        if (type == typeof(Guid)) return Guid.TryParseExact(text, "D", out var id) ? Good(id) : Bad(ImportRules.NotAnId);
        return Member(text, type);
    }

    private static (object?, Rule?, object?[]) Number(string text, string separator)
    {
        // A comma for a point could turn 1,234 into 1.234 or the other way round, so only the stated one is taken, and nothing that groups digits.
        var format = new NumberFormatInfo { NumberDecimalSeparator = separator };
        return decimal.TryParse(text, Digits | NumberStyles.AllowDecimalPoint, format, out var number) ? Good(number) : Bad(ImportRules.NotANumber, separator);
    }

    private static (object?, Rule?, object?[]) Flag(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "1" or "是" => Good(true),
        "false" or "no" or "n" or "0" or "否" => Good(false),
        _ => Bad(ImportRules.NotAFlag),
    };

    private static (object?, Rule?, object?[]) Date(string text, string? format) =>
        // Exports of databases write days with a time of midnight; any other time would be lost without a word.
        DateTime.TryParseExact(text, format is null ? Dates : [format], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.TimeOfDay == TimeSpan.Zero
            ? Good(DateOnly.FromDateTime(date))
            : Bad(ImportRules.NotADate, format ?? Dates[0]);

    // Without a zone of its own it is UTC.
    private static (object?, Rule?, object?[]) Instant(string text, string? format) =>
        DateTimeOffset.TryParseExact(
            text, format is null ? Instants : [format], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            ? Good(at)
            : Bad(ImportRules.NotADate, format ?? "yyyy-MM-ddTHH:mm:ssZ");

    private static (object?, Rule?, object?[]) Member(string text, Type type)
    {
        var names = Enum.GetNames(type);
        var name = Array.Find(names, n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase));
        return name is not null ? Good(Enum.Parse(type, name)) : Bad(ImportRules.NotAmong, string.Join(", ", names.Select(JsonNamingPolicy.CamelCase.ConvertName)));
    }

    private static (object?, Rule?, object?[]) Good(object value) => (value, null, []);

    private static (object?, Rule?, object?[]) Bad(Rule rule, params object?[] values) => (null, rule, values);
}
