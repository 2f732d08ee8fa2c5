namespace Crm.Planning.Application.Statistics;

/// <summary>Medians, quartiles and what else lies at a share of the sorted values.</summary>
internal static class Quantiles
{
    /// <summary>
    /// Type 7: between the values at ⌊h⌋ and ⌊h⌋ + 1, h = (n - 1) p counted from 0, in proportion. R. J. Hyndman and Y. Fan, "Sample
    /// quantiles in statistical packages", The American Statistician 50 (1996). Exact, in decimals.
    /// </summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="p">0 to 1: 0.5 is the median.</param>
    public static decimal At(IReadOnlyList<decimal> sorted, decimal p)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sorted.Count, nameof(sorted));
        var place = (sorted.Count - 1) * p;
        var below = (int)decimal.Floor(place);
        return below + 1 < sorted.Count ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
