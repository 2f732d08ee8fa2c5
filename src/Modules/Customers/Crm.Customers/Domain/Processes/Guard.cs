using System.Globalization;
using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>A condition as a tree: all, any or none of others, or one comparison. Exactly one of the four is said.</summary>
/// <param name="All">Every one holds.</param>
/// <param name="Any">At least one holds.</param>
/// <param name="Not">Does not hold.</param>
/// <param name="Field">Is compared, such as <c>customer.lifecycle</c>, <c>data.outcome</c> or <c>event.balanceAfter</c>.</param>
/// <param name="Is">How.</param>
/// <param name="Values">With what: one value, several for one of them, none for given and missing.</param>
internal sealed record Guard(
    IReadOnlyList<Guard>? All = null, IReadOnlyList<Guard>? Any = null, Guard? Not = null, string? Field = null, GuardOperator? Is = null, IReadOnlyList<string>? Values = null)
{
    /// <param name="valueOf">Text, decimal, bool, DateOnly or a list of texts; null where nothing is given.</param>
    public bool Holds(Func<string, object?> valueOf)
    {
        if (All is not null) return All.All(part => part.Holds(valueOf));
        if (Any is not null) return Any.Any(part => part.Holds(valueOf));
        if (Not is not null) return !Not.Holds(valueOf);
        var value = valueOf(Field!);
        return Is switch
        {
            GuardOperator.Given => value is not null,
            GuardOperator.Missing => value is null,
            GuardOperator.NotEqual => !IsOneOf(value),
            GuardOperator.Equal or GuardOperator.OneOf => IsOneOf(value),
            GuardOperator.Less => Compared(value) < 0,
            GuardOperator.AtMost => Compared(value) <= 0,
            GuardOperator.More => Compared(value) > 0,
            GuardOperator.AtLeast => Compared(value) >= 0,
            _ => false,
        };
    }

    /// <summary>In words.</summary>
    /// <param name="nameOf">What a field is called.</param>
    /// <param name="language">Of the words.</param>
    public string Told(Func<string, Phrase> nameOf, Language language)
    {
        if (All is not null) return Joined(All, And);
        if (Any is not null) return Joined(Any, Or);
        if (Not is not null) return Negated.In(language, Not.Told(nameOf, language));
        var words = new[] { nameOf(Field!).In(language), Labels.Of(Is!.Value).In(language), string.Join(", ", Values ?? []) };
        return string.Join(' ', words.Where(w => w.Length > 0));

        string Joined(IReadOnlyList<Guard> parts, Phrase by) => $"({string.Join(by.In(language), parts.Select(p => p.Told(nameOf, language)))})";
    }

    /// <summary>All comparisons of the tree.</summary>
    public IEnumerable<Guard> Comparisons() => Parts().Any() ? Parts().SelectMany(p => p.Comparisons()) : Field is null ? [] : [this];

    /// <summary>How deep the tree is; 1: a comparison alone.</summary>
    public int Depth() => 1 + Parts().Select(p => p.Depth()).DefaultIfEmpty(0).Max();

    /// <summary>Whether every part of the tree says one thing.</summary>
    public bool IsWellFormed() =>
        new object?[] { All, Any, Not, Field }.Count(said => said is not null) == 1 && (Field is null) == (Is is null) && (All?.Count ?? Any?.Count) != 0
        && Parts().All(p => p?.IsWellFormed() == true);

    public static object? Parsed(string text, FieldKind kind) => kind switch
    {
        FieldKind.Number => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null,
        FieldKind.YesNo => bool.TryParse(text, out var yes) ? yes : null,
        FieldKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        _ => text,
    };

    private static readonly Phrase And = new(" and ", " 且 ");
    private static readonly Phrase Or = new(" or ", " 或 ");
    private static readonly Phrase Negated = new("not {0}", "并非 {0}");

    private IEnumerable<Guard> Parts() => All ?? Any ?? (Not is null ? [] : (IEnumerable<Guard>)[Not]);

    private bool IsOneOf(object? value) => value switch
    {
        null => false,
        IReadOnlyList<string> texts => texts.Any(Values!.Contains),
        _ => Values!.Any(v => value.Equals(Parsed(v, KindOf(value)))),
    };

    // What is missing is neither less nor more.
    private int? Compared(object? value) => value switch
    {
        decimal number when Parsed(Values![0], FieldKind.Number) is decimal other => number.CompareTo(other),
        DateOnly date when Parsed(Values![0], FieldKind.Date) is DateOnly other => date.CompareTo(other),
        _ => null,
    };

    private static FieldKind KindOf(object value) => value switch
    {
        decimal => FieldKind.Number,
        bool => FieldKind.YesNo,
        DateOnly => FieldKind.Date,
        _ => FieldKind.Text,
    };
}
