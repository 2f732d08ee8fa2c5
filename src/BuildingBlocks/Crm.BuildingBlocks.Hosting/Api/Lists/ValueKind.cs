using System.Globalization;
using Crm.BuildingBlocks.Hosting.Api.Json;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>What sort of value a field has; decides its operators and how its values are written in a query.</summary>
public enum ValueKind
{
    Text,
    Number,
    Truth,
    Choice,
    Id,
    Date,
    Instant,
}

/// <summary>Reads and writes single values of query strings and cursors; independent of the machine's culture and zone.</summary>
internal static class Values
{
    /// <summary>What an amount can be on SQLite, where it is a scaled 64-bit integer; nothing greater can be stored anywhere.</summary>
    private const decimal GreatestDecimal = 922_337_203_685_477m;

    public static ValueKind KindOf(Type type) =>
        type == typeof(string) ? ValueKind.Text
        : type == typeof(int) || type == typeof(long) || type == typeof(decimal) ? ValueKind.Number
        : type == typeof(bool) ? ValueKind.Truth
        : type.IsEnum ? ValueKind.Choice
        : type == typeof(Guid) || typeof(ITypedId).IsAssignableFrom(type) ? ValueKind.Id
        : type == typeof(DateOnly) ? ValueKind.Date
        : type == typeof(DateTimeOffset) ? ValueKind.Instant
        : throw new InvalidOperationException($"A list field cannot be of type {type}.");

    /// <summary>The value, or null when the text is none.</summary>
    public static object? Parse(Type type, string text) => KindOf(type) switch
    {
        ValueKind.Text => text,
        ValueKind.Number => Number(type, text),
        ValueKind.Truth => text switch { "true" => true, "false" => false, _ => null },
        ValueKind.Choice => Enums.Parse(type, text),
        ValueKind.Id => Guid.TryParseExact(text, "D", out var id) ? Id(type, id) : null,
        ValueKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        _ => Instants.TryParse(text, out var instant) ? instant : null,
    };

    /// <summary>Text from which <see cref="Parse"/> makes the same value again.</summary>
    public static string Write(object value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        Enum choice => Enums.Name(choice),
        ITypedId id => id.Value.ToString("D"),
        Guid id => id.ToString("D"),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"A cursor cannot hold {value.GetType()}."),
    };

    public static object Id(Type type, Guid id) => type == typeof(Guid) ? id : Activator.CreateInstance(type, id)!;

    public static Guid Id(object id) => id is ITypedId typed ? typed.Value : (Guid)id;

    public static Phrase Expectation(ValueKind kind) => kind switch
    {
        ValueKind.Number => JsonPhrases.Number,
        ValueKind.Truth => JsonPhrases.Truth,
        ValueKind.Id => JsonPhrases.Uuid,
        ValueKind.Date => JsonPhrases.Date,
        ValueKind.Instant => ListPhrases.DateOrInstant,
        _ => JsonPhrases.Text,
    };

    private static object? Number(Type type, string text)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (type == typeof(int)) return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
        if (type == typeof(long)) return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large) ? large : null;
        return decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= GreatestDecimal ? number : null;
    }
}
