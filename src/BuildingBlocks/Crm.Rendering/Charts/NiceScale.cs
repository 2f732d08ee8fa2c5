namespace Crm.Rendering.Charts;

/// <summary>An axis whose ticks are round numbers: multiples of 1, 2, 2.5 or 5 times a power of ten.</summary>
/// <param name="Min">First tick, at or below the smallest value.</param>
/// <param name="Max">Last tick, at or above the greatest value; always above <paramref name="Min"/>.</param>
/// <param name="Step">Distance between ticks.</param>
internal sealed record NiceScale(double Min, double Max, double Step)
{
    private static readonly double[] Multiples = [1, 2, 2.5, 5, 10];

    public static NiceScale For(IEnumerable<decimal> values, bool fromZero = true, bool wholeSteps = false, int intervals = 5)
    {
        var (least, greatest) = (double.MaxValue, double.MinValue);
        foreach (var value in values)
            (least, greatest) = (Math.Min(least, (double)value), Math.Max(greatest, (double)value));

        if (least > greatest)
            (least, greatest) = (0, 1);
        if (fromZero || least == greatest)
            (least, greatest) = (Math.Min(0, least), Math.Max(0, greatest));
        if (least == greatest)
            greatest = 1;

        var step = NiceStep((greatest - least) / intervals);
        if (wholeSteps)
            step = Math.Max(1, Math.Ceiling(step));

        return new NiceScale(Floor(least / step) * step, Ceiling(greatest / step) * step, step);
    }

    /// <summary>Counted rather than added up, so that no error accumulates.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var first = Math.Round(Min / Step);
            var count = (int)Math.Round((Max - Min) / Step);
            for (var i = 0; i <= count; i++)
                yield return (first + i) * Step;
        }
    }

    /// <summary>Where a value lies between <see cref="Min"/> (0) and <see cref="Max"/> (1).</summary>
    public double Share(double value) => (value - Min) / (Max - Min);

    private static double NiceStep(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        return Multiples.First(m => m * power >= raw * 0.999999) * power;
    }

    /// <summary>Binary fractions make 0.3 / 0.1 a hair less than 3; such a hair is no interval of its own.</summary>
    private static double Floor(double ratio) => Math.Abs(ratio - Math.Round(ratio)) < 1e-9 ? Math.Round(ratio) : Math.Floor(ratio);

    private static double Ceiling(double ratio) => Math.Abs(ratio - Math.Round(ratio)) < 1e-9 ? Math.Round(ratio) : Math.Ceiling(ratio);
}
