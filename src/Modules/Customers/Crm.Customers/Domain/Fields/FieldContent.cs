using System.Globalization;

namespace Crm.Customers.Domain.Fields;

/// <summary>What a customer has in one field of the company's own, of whatever type, written in one way: two that say the same are equal.</summary>
/// <param name="Type">Of the value.</param>
/// <param name="Written">A text or the key of an option as it is; a number and a date as the invariant culture writes them; several options, one per line.</param>
internal readonly record struct FieldContent(FieldType Type, string Written)
{
    private const char Between = '\n';

    public static FieldContent Of(decimal number) => new(FieldType.Number, number.ToString("0.############################", CultureInfo.InvariantCulture));

    public static FieldContent Of(DateOnly date) => new(FieldType.Date, date.ToString("O", CultureInfo.InvariantCulture));

    public static FieldContent Of(bool flag) => new(FieldType.Flag, flag ? "true" : "false");

    /// <summary>In one order and each once, however they were named.</summary>
    public static FieldContent Of(IEnumerable<string> options) =>
        new(FieldType.Choices, string.Join(Between, options.Distinct().Order(StringComparer.Ordinal)));

    public string? Text => Type is FieldType.Text or FieldType.Choice ? Written : null;

    public decimal? Number => Type == FieldType.Number ? decimal.Parse(Written, CultureInfo.InvariantCulture) : null;

    public DateOnly? Date => Type == FieldType.Date ? DateOnly.ParseExact(Written, "O", CultureInfo.InvariantCulture) : null;

    public bool? Flag => Type == FieldType.Flag ? Written == "true" : null;

    /// <summary>The one that was chosen, or all of them.</summary>
    public IReadOnlyList<string> Options => Type switch
    {
        FieldType.Choice => [Written],
        FieldType.Choices => Written.Split(Between),
        _ => [],
    };
}

/// <param name="Content">What is said.</param>
/// <param name="IsPersonal">To be encrypted, and erased with the person.</param>
internal readonly record struct FieldEntry(FieldContent Content, bool IsPersonal);
