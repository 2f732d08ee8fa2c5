namespace Crm.Planning.Domain.PriceLists;

/// <summary>The days a version was published for.</summary>
/// <param name="Number">Of the version.</param>
/// <param name="Competes">It has the same scope and priority as the list that is asked about.</param>
/// <param name="From">First business date; null: since ever.</param>
/// <param name="To">Last business date, inclusive; null: without end.</param>
internal sealed record HeldDays(int Number, bool Competes, DateOnly? From, DateOnly? To)
{
    /// <summary>Whether a list holds on some of the days. The highest version that has begun holds and ends those before it.</summary>
    public static bool Overlap(IReadOnlyList<HeldDays> versions, DateOnly? from, DateOnly? to)
    {
        foreach (var version in versions.Where(v => v.Competes))
        {
            var first = Later(version.From ?? DateOnly.MinValue, from ?? DateOnly.MinValue);
            var last = Earlier(version.To ?? DateOnly.MaxValue, to ?? DateOnly.MaxValue);
            foreach (var next in versions.Where(v => v.Number > version.Number))
            {
                var begins = next.From ?? DateOnly.MinValue;
                if (begins <= first) last = DateOnly.MinValue;
                else if (begins <= last) last = begins.AddDays(-1);
            }

            if (first <= last && last > DateOnly.MinValue) return true;
        }

        return false;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
