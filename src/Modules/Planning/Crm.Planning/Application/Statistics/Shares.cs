using MathNet.Numerics.Distributions;

namespace Crm.Planning.Application.Statistics;

/// <summary>Shares of a whole that was sampled.</summary>
internal static class Shares
{
    /// <summary>
    /// Score interval of a share p = count / n: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), z the standard normal quantile of
    /// (1 + confidence) / 2. E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
    /// </summary>
    /// <param name="count">0 to n.</param>
    /// <param name="n">At least 1.</param>
    /// <param name="confidence">Between 0 and 1, such as 0.95.</param>
    /// <returns>Within 0 and 1.</returns>
    public static Interval Wilson(long count, long n, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, n);
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var p = (double)count / n;
        var square = z * z / n;
        var middle = p + (square / 2);
        var reach = z * Math.Sqrt((p * (1 - p) / n) + (square / 4 / n));
        // At the ends the formula gives 0 and 1 but for the last digit.
        var low = count == 0 ? 0 : Math.Max(0, (middle - reach) / (1 + square));
        var high = count == n ? 1 : Math.Min(1, (middle + reach) / (1 + square));
        return new Interval(low, high);
    }
}
