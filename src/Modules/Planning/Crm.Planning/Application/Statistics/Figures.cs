namespace Crm.Planning.Application.Statistics;

/// <summary>How figures leave the statistics: as decimals of so many significant digits as mean anything.</summary>
internal static class Figures
{
    private const int Significant = 6;
    private const double Greatest = 1e27;

    /// <summary>Rounded to six significant digits, half away from zero. Null for what is no finite number, or too great for a decimal.</summary>
    public static decimal? Of(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) >= Greatest) return null;
        if (value == 0) return 0;
        var digits = Significant - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (digits > 28) return 0;
        if (digits >= 0) return Math.Round((decimal)value, digits, MidpointRounding.AwayFromZero);
        var unit = (decimal)Math.Pow(10, -digits);
        return Math.Round((decimal)value / unit, 0, MidpointRounding.AwayFromZero) * unit;
    }
}

/// <summary>What a figure lies between, with the confidence it was asked for.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
internal readonly record struct Interval(double Low, double High);
