namespace Crm.Planning.Domain;

/// <summary>A target beside what was reached.</summary>
/// <param name="Target">In units of the metric.</param>
/// <param name="Actual">In the same units.</param>
internal readonly record struct Attainment(decimal Target, decimal Actual)
{
    private const int Decimals = 6;

    /// <summary>Actual divided by target, rounded to six decimals half away from zero: 1 is reached exactly. Null when the target is 0.</summary>
    public decimal? Ratio => Target == 0 ? null : Math.Round(Actual / Target, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>Target minus actual: what is still missing; negative when more was reached.</summary>
    public decimal Gap => Target - Actual;

    public static Attainment operator +(Attainment left, Attainment right) => new(left.Target + right.Target, left.Actual + right.Actual);
}
