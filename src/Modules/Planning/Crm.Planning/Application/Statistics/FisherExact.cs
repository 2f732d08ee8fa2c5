using MathNet.Numerics;

namespace Crm.Planning.Application.Statistics;

/// <summary>Whether rows and columns of a table of two by two have to do with each other, however few were counted.</summary>
internal static class FisherExact
{
    // Two tables that are equally likely differ in the last digits of their probabilities.
    private const double Tolerance = 1 + 1e-7;

    /// <summary>
    /// Chance, with the sums of rows and columns as they are, of a table that is at most as likely as this one. R. A. Fisher, "Statistical
    /// Methods for Research Workers" (1934), two-sided by the sum of small probabilities.
    /// </summary>
    /// <param name="a">First row, first column; not negative, as the others.</param>
    /// <param name="b">First row, second column.</param>
    /// <param name="c">Second row, first column.</param>
    /// <param name="d">Second row, second column.</param>
    /// <returns>Above 0, at most 1.</returns>
    public static double TwoSided(long a, long b, long c, long d)
    {
        var (row, column, n) = (a + b, a + c, a + b + c + d);
        var observed = LogProbability(a);
        var sum = 0.0;
        for (var x = Math.Max(0, row + column - n); x <= Math.Min(row, column); x++)
        {
            var probability = LogProbability(x);
            if (probability <= observed + Math.Log(Tolerance)) sum += Math.Exp(probability);
        }

        return Math.Min(1, sum);

        double LogProbability(long x) => LogChoose(row, x) + LogChoose(n - row, column - x) - LogChoose(n, column);
    }

    private static double LogChoose(long n, long k) => SpecialFunctions.GammaLn(n + 1) - SpecialFunctions.GammaLn(k + 1) - SpecialFunctions.GammaLn(n - k + 1);
}
