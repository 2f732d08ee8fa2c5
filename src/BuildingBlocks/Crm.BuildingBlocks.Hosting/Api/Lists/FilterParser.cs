using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Crm.BuildingBlocks.Hosting.Api.Json;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>Turns one <c>filter[field][operator]=value</c> into a predicate over the row.</summary>
/// <remarks>
/// <c>ne</c> and <c>nin</c> also find rows without a value. A date compared with an instant means that whole day in the caller's zone:
/// <c>lte=2026-01-31</c> includes the 31st, <c>gt</c> begins with the 1st.
/// </remarks>
/// <param name="parameter">The parameter's name, for errors.</param>
/// <param name="field">What is compared.</param>
/// <param name="days">Day borders in the caller's zone.</param>
/// <param name="now">The moment that relative dates are relative to.</param>
internal sealed class FilterParser(string parameter, ListField field, LocalDays days, DateTimeOffset now)
{
    private const int MostValues = 200;
    private const int LongestValue = 500;

    public Expression Parse(string op, string text)
    {
        var (name, argument) = op.Split(':', 2) is [var first, var second] ? (first, second) : (op, null);
        var known = Operators.Of(field);
        if (!known.Contains(name) || (argument is not null && !Periods.Counted.Contains(name)))
            throw new InvalidInput(parameter, ListPhrases.UnknownOperator, op, string.Join(", ", known));
        if (Periods.Named(name, Today) is { } named)
            return text is "" or "true" ? In(named) : throw new InvalidInput(parameter, ListPhrases.NoArgument, name);
        if (Periods.Counted.Contains(name)) return In(Counted(name, argument ?? text));
        if (name == "eq" && PeriodOf(text) is { } period) return In(period);

        return name switch
        {
            "eq" => Equal(Bound(text)),
            "ne" => NotEqual(Bound(text)),
            "lt" => Below(Bound(text)),
            "lte" => UpTo(Bound(text)),
            "gt" => Above(Bound(text)),
            "gte" => From(Bound(text)),
            "between" => Between(text),
            "in" => field.IsAmong(Many(text)),
            "nin" => Expression.Not(field.IsAmong(Many(text))),
            "contains" => TextMatch.Contains(field.Value, Fragment(text)),
            "startsWith" => TextMatch.StartsWith(field.Value, Fragment(text)),
            _ => text switch
            {
                "true" => field.IsNull(),
                "false" => Expression.Not(field.IsNull()),
                _ => throw new InvalidInput(parameter, JsonPhrases.Truth),
            },
        };
    }

    /// <summary>Whether the filter means other rows tomorrow.</summary>
    public static bool IsRelative(string op, string text) => IsPeriod(op) || (op == "eq" && IsPeriod(text));

    private static bool IsPeriod(string text) => Periods.Plain.Contains(text) || Periods.Counted.Contains(text.Split(':')[0]);

    private DateOnly Today => days.DayOf(now);

    private Expression Equal(Limits limits) => limits.Until is null ? field.IsEqual(limits.From) : Expression.AndAlso(From(limits), UpTo(limits));

    private Expression NotEqual(Limits limits)
    {
        if (limits.Until is null) return Expression.Not(field.IsEqual(limits.From));
        var outside = Expression.OrElse(Below(limits), Above(limits));
        return field.IsNullable ? Expression.OrElse(field.IsNull(), outside) : outside;
    }

    private Expression Below(Limits limits) => field.Compare(ExpressionType.LessThan, limits.From);

    private Expression From(Limits limits) => field.Compare(ExpressionType.GreaterThanOrEqual, limits.From);

    private Expression UpTo(Limits limits) => limits.Until is { } until
        ? field.Compare(ExpressionType.LessThan, until)
        : field.Compare(ExpressionType.LessThanOrEqual, limits.From);

    private Expression Above(Limits limits) => limits.Until is { } until
        ? field.Compare(ExpressionType.GreaterThanOrEqual, until)
        : field.Compare(ExpressionType.GreaterThan, limits.From);

    private Expression Between(string text)
    {
        if (text.Split(',') is not [var from, var to]) throw new InvalidInput(parameter, ListPhrases.TwoValues);
        var (low, high) = (Bound(from), Bound(to));
        if (Comparer<object>.Default.Compare(low.From, high.From) > 0) throw new InvalidInput(parameter, ListPhrases.TwoValues);
        return Expression.AndAlso(From(low), UpTo(high));
    }

    private Expression In(DayRange range)
    {
        var limits = field.Kind == ValueKind.Date
            ? new Limits(range.From, range.Until)
            : new Limits(days.StartOf(range.From), days.StartOf(range.Until));
        return Equal(limits);
    }

    private DayRange? PeriodOf(string text)
    {
        if (field.Kind is not (ValueKind.Date or ValueKind.Instant)) return null;
        return text.Split(':', 2) is [var name, var count] && Periods.Counted.Contains(name) ? Counted(name, count) : Periods.Named(text, Today);
    }

    private DayRange Counted(string name, string count) =>
        Periods.InDays(name, count, Today) ?? throw new InvalidInput(parameter, ListPhrases.Days, Periods.MostDays);

    private Limits Bound(string text)
    {
        if (field.Kind == ValueKind.Instant
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue)
        {
            return new Limits(days.StartOf(day), days.StartOf(day.AddDays(1)));
        }

        return new Limits(One(text), null);
    }

    private object One(string text)
    {
        CheckText(text);
        if (field.Read is { } read) text = read(text);
        if (Values.Parse(field.ValueType, text) is { } value) return value;
        throw field.Kind == ValueKind.Choice
            ? new InvalidInput(parameter, JsonPhrases.OneOf, string.Join(", ", Enums.Names(field.ValueType)))
            : new InvalidInput(parameter, Values.Expectation(field.Kind));
    }

    private List<object> Many(string text)
    {
        var parts = field.Kind == ValueKind.Text ? SplitEscaped(text) : [.. text.Split(',')];
        if (parts.Count > MostValues) throw new InvalidInput(parameter, ListPhrases.TooManyValues, MostValues);
        return [.. parts.Select(One).Distinct()];
    }

    private string Fragment(string text)
    {
        CheckText(text);
        if (field.Read is { } read) text = read(text);
        return text.Length > 0 ? text : throw new InvalidInput(parameter, ListPhrases.Empty);
    }

    private void CheckText(string text)
    {
        if (text.Length > LongestValue) throw new InvalidInput(parameter, ListPhrases.TooLong, LongestValue);
        if (!TextMatch.IsWellFormed(text)) throw new InvalidInput(parameter, JsonPhrases.IllFormedText);
    }

    /// <summary>Commas separate; a text that contains one writes it as <c>\,</c>.</summary>
    private static List<string> SplitEscaped(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is (',' or '\\')) part.Append(text[++i]);
            else if (text[i] != ',') part.Append(text[i]);
            else
            {
                parts.Add(part.ToString());
                part.Clear();
            }
        }

        parts.Add(part.ToString());
        return parts;
    }

    /// <summary>A single value, or with <paramref name="Until"/> everything from one up to but without the other.</summary>
    private readonly record struct Limits(object From, object? Until);
}
