using Crm.Pricing;

namespace Crm.Planning.Domain;

/// <summary>Divides targets so that the parts add up to the whole to the last digit, in values and in stretch.</summary>
internal static class TargetSplits
{
    /// <summary>Divides a total over months.</summary>
    /// <param name="total">For the whole period, with at most <paramref name="digits"/> decimals.</param>
    /// <param name="stretch">Not below the total; null: none.</param>
    /// <param name="months">As many as weights.</param>
    /// <param name="weights">Not negative, and not all 0.</param>
    /// <param name="digits">Decimals of the metric.</param>
    public static IReadOnlyList<MonthlyValue> OverMonths(
        decimal total, decimal? stretch, IReadOnlyList<DateOnly> months, IReadOnlyList<decimal> weights, int digits)
    {
        var parts = Split(new MonthlyValue(default, total, stretch), weights, digits);
        return [.. parts.Select((p, i) => p with { Month = months[i] })];
    }

    /// <summary>Divides every month among parts.</summary>
    /// <param name="whole">The months of the target that is divided.</param>
    /// <param name="weightsOf">Of the parts in a month, always in the same order; not all 0 in months with a value.</param>
    /// <param name="parts">How many there are.</param>
    /// <param name="digits">Decimals of the metric.</param>
    /// <returns>The months of each part.</returns>
    public static IReadOnlyList<IReadOnlyList<MonthlyValue>> OverParts(
        IReadOnlyList<MonthlyValue> whole, Func<DateOnly, IReadOnlyList<decimal>> weightsOf, int parts, int digits)
    {
        var months = whole.Select(m => Split(m, weightsOf(m.Month), digits)).ToList();
        return [.. Enumerable.Range(0, parts).Select(part => months.ConvertAll(m => m[part]))];
    }

    // The stretch is divided by what it adds: divided by itself it could fall below the value by the last digit.
    private static List<MonthlyValue> Split(MonthlyValue whole, IReadOnlyList<decimal> weights, int digits)
    {
        var values = Allocation.ByLargestRemainder(whole.Value, weights, digits);
        var more = whole.Stretch is { } stretch ? Allocation.ByLargestRemainder(stretch - whole.Value, weights, digits) : null;
        return [.. values.Select((v, i) => new MonthlyValue(whole.Month, v, v + more?[i]))];
    }
}
