using MathNet.Numerics.Distributions;

namespace Crm.Planning.Application.Statistics;

/// <param name="N">How many values.</param>
/// <param name="Mean">Arithmetic.</param>
/// <param name="Deviation">Standard deviation of the sample, divided by n - 1; null of fewer than two values.</param>
/// <param name="Interval">Of the mean; null of fewer than two values.</param>
internal sealed record MeanFigure(int N, double Mean, double? Deviation, Interval? Interval);

/// <summary>Means of values that were sampled.</summary>
internal static class Means
{
    /// <summary>
    /// Mean and its interval x̄ ± t s/√n, t the quantile (1 + confidence) / 2 of Student's distribution with n - 1 degrees of freedom.
    /// Student, "The probable error of a mean", Biometrika 6 (1908). Sums of squares are taken around the mean, in two passes.
    /// </summary>
    /// <param name="values">At least one.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    public static MeanFigure Of(IReadOnlyList<double> values, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Count, nameof(values));
        var (n, mean) = (values.Count, values.Average());
        if (n < 2) return new MeanFigure(n, mean, null, null);
        var deviation = Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (n - 1));
        var reach = StudentT.InvCDF(0, 1, n - 1, (1 + confidence) / 2) * deviation / Math.Sqrt(n);
        return new MeanFigure(n, mean, deviation, new Interval(mean - reach, mean + reach));
    }
}
