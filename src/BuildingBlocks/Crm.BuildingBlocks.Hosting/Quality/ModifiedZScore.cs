namespace Crm.BuildingBlocks.Hosting.Quality;

/// <summary>
/// How far a value lies from the middle of its like, by Iglewicz and Hoaglin (1993): 0.6745 x (value - median) / MAD, where MAD is the median
/// of the absolute deviations from the median. Unlike a standard deviation it is not moved by the outliers that it is to find; for a normal
/// distribution 1 is about one standard deviation. Where more than half of the values are equal the MAD is 0 and the mean absolute deviation
/// takes its place: (value - median) / (1.253314 x mean deviation). Where all are equal there is nothing to measure with.
/// </summary>
public sealed class ModifiedZScore
{
    // The third quartile of the standard normal distribution.
    private const double MadOfNormal = 0.6745;

    // The square root of pi / 2: a standard deviation in mean deviations of a normal distribution.
    private const double DeviationInMeans = 1.253314;

    private readonly double _unit;

    private ModifiedZScore(double median, double unit, int count) => (Median, _unit, Count) = (median, unit, count);

    public double Median { get; }

    /// <summary>How many values it was made from.</summary>
    public int Count { get; }

    /// <param name="values">In any order; not empty.</param>
    /// <returns>Null where all values are equal.</returns>
    public static ModifiedZScore? Of(IReadOnlyCollection<double> values)
    {
        var median = MedianOf([.. values]);
        var deviations = values.Select(v => Math.Abs(v - median)).ToArray();
        var mean = deviations.Average();
        var mad = MedianOf(deviations);
        var unit = mad > 0 ? mad / MadOfNormal : DeviationInMeans * mean;
        return unit > 0 ? new ModifiedZScore(median, unit, values.Count) : null;
    }

    /// <summary>Of one value: negative below the median, positive above it.</summary>
    public double Of(double value) => (value - Median) / _unit;

    private static double MedianOf(double[] values)
    {
        Array.Sort(values);
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
