namespace Crm.Planning.Domain.Forecasts;

/// <summary>How far a forecast was from what came.</summary>
/// <param name="Forecast">What was promised for a month.</param>
/// <param name="Actual">What was won in it.</param>
internal readonly record struct ForecastError(decimal Forecast, decimal Actual)
{
    private const int Decimals = 6;

    /// <summary>(Forecast - actual) / actual, rounded to six decimals half away from zero: above 0 it promised too much. Null when nothing came.</summary>
    public decimal? Rate => Actual == 0 ? null : Math.Round((Forecast - Actual) / Actual, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>Mean of the sizes of the errors over the months in which anything came, six decimals; null where there are none.</summary>
    public static decimal? MeanAbsolute(IEnumerable<ForecastError> errors) => Mean(errors, Math.Abs);

    /// <summary>Mean of the signed errors: above 0 forecasts promise too much.</summary>
    public static decimal? Bias(IEnumerable<ForecastError> errors) => Mean(errors, rate => rate);

    private static decimal? Mean(IEnumerable<ForecastError> errors, Func<decimal, decimal> of)
    {
        var rates = errors.Select(e => e.Rate).OfType<decimal>().ToList();
        return rates.Count == 0 ? null : Math.Round(rates.Average(of), Decimals, MidpointRounding.AwayFromZero);
    }
}
