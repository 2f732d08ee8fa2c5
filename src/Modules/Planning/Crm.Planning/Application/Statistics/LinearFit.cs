using MathNet.Numerics.Distributions;

namespace Crm.Planning.Application.Statistics;

/// <summary>A straight line through points.</summary>
/// <param name="Slope">Rise for one step of x.</param>
/// <param name="Intercept">At x = 0.</param>
/// <param name="SlopeError">Standard error of the slope; null with two points, as the next three.</param>
/// <param name="SlopeInterval">Of the slope.</param>
/// <param name="T">Slope divided by its standard error; null, too, where the points lie on the line.</param>
/// <param name="P">Chance of so great a t, either way, where there is no slope; 0 where the points lie on a line that rises or falls.</param>
/// <param name="Determination">R²: share of the spread of y that the line explains; null where y does not change.</param>
internal sealed record LinearFit(
    double Slope, double Intercept, double? SlopeError, Interval? SlopeInterval, double? T, double? P, double? Determination)
{
    // Of the spread of y; what is left of it by rounding alone is no residue.
    private const double Negligible = 1e-24;

    /// <summary>
    /// Ordinary least squares: slope = Σ (x - x̄)(y - ȳ) / Σ (x - x̄)², its error √(residual sum of squares / (n - 2) / Σ (x - x̄)²), tested
    /// by Student's distribution with n - 2 degrees of freedom. N. R. Draper and H. Smith, "Applied Regression Analysis" (1998), chapter 1.
    /// </summary>
    /// <param name="points">In any order.</param>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>Null where x takes fewer than two values.</returns>
    public static LinearFit? Of(IReadOnlyList<(double X, double Y)> points, double confidence)
    {
        if (points.Count < 2) return null;
        var (n, meanX, meanY) = (points.Count, points.Average(p => p.X), points.Average(p => p.Y));
        var spreadX = points.Sum(p => (p.X - meanX) * (p.X - meanX));
        if (spreadX <= 0) return null;
        var spreadY = points.Sum(p => (p.Y - meanY) * (p.Y - meanY));
        var slope = points.Sum(p => (p.X - meanX) * (p.Y - meanY)) / spreadX;
        var intercept = meanY - (slope * meanX);
        var residue = points.Sum(p => Math.Pow(p.Y - intercept - (slope * p.X), 2));
        if (residue <= spreadY * Negligible) residue = 0;
        double? determination = spreadY > 0 ? 1 - (residue / spreadY) : null;
        if (n < 3) return new LinearFit(slope, intercept, null, null, null, null, determination);

        var error = Math.Sqrt(residue / (n - 2) / spreadX);
        var reach = StudentT.InvCDF(0, 1, n - 2, (1 + confidence) / 2) * error;
        double? t = error > 0 ? slope / error : null;
        var p = t is { } tested ? 2 * StudentT.CDF(0, 1, n - 2, -Math.Abs(tested)) : slope == 0 ? 1 : 0;
        return new LinearFit(slope, intercept, error, new Interval(slope - reach, slope + reach), t, p, determination);
    }
}
