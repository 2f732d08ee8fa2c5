namespace Crm.Planning.Domain;

/// <summary>Makes targets of other targets, or of what was sold, that are greater or smaller by a rate.</summary>
internal static class TargetGrowth
{
    /// <summary>
    /// The total of each target that is part of none grows and is rounded; its months, and the parts of each month, are divided in the
    /// proportions they had, so that parts add up to their whole exactly.
    /// </summary>
    /// <param name="targets">Each subject once; a parent that is not among them is left out.</param>
    /// <param name="growth">0.1 is a tenth more; not below -1.</param>
    /// <param name="currency">Of the money metrics.</param>
    public static IReadOnlyList<TargetTerms> Of(IReadOnlyCollection<TargetTerms> targets, decimal growth, string currency)
    {
        var known = targets.Select(t => t.Subject).ToHashSet();
        var parts = targets.Where(t => t.Parent is { } p && known.Contains(p)).ToLookup(t => t.Parent!.Value);
        var grown = new List<TargetTerms>();
        foreach (var root in targets.Where(t => t.Parent is not { } p || !known.Contains(p)))
        {
            var digits = Target.DigitsOf(root.Subject.Metric, currency);
            grown.Add(new TargetTerms(root.Subject, Grown(root.Months, 1 + growth, digits)));
            GrowParts(grown[^1], digits);
        }

        return grown;

        void GrowParts(TargetTerms whole, int digits)
        {
            var below = parts[whole.Subject].ToList();
            if (below.Count == 0) return;
            var values = below.ConvertAll(p => p.Months.ToDictionary(m => m.Month, m => m.Value));
            var months = whole.Months.Where(m => m.Value == 0 || values.Exists(v => v.GetValueOrDefault(m.Month) > 0)).ToList();
            var divided = TargetSplits.OverParts(
                months.ConvertAll(m => m.Value == 0 ? m with { Stretch = null } : m), m => values.ConvertAll(v => v.GetValueOrDefault(m)), below.Count, digits);
            for (var i = 0; i < below.Count; i++)
            {
                var part = new TargetTerms(below[i].Subject, divided[i], whole.Subject);
                grown.Add(part);
                GrowParts(part, digits);
            }
        }
    }

    private static IReadOnlyList<MonthlyValue> Grown(IReadOnlyList<MonthlyValue> months, decimal factor, int digits)
    {
        var total = months.Sum(m => m.Value);
        var values = Divided(total, months.Select(m => m.Value));
        if (months.All(m => m.Stretch is null)) return [.. months.Select((m, i) => new MonthlyValue(m.Month, values[i]))];
        var more = Divided(months.Sum(m => (m.Stretch ?? m.Value) - m.Value), months.Select(m => (m.Stretch ?? m.Value) - m.Value));
        return [.. months.Select((m, i) => new MonthlyValue(m.Month, values[i], values[i] + more[i]))];

        IReadOnlyList<decimal> Divided(decimal sum, IEnumerable<decimal> weights) =>
            Pricing.Allocation.ByLargestRemainder(Math.Round(sum * factor, digits, MidpointRounding.AwayFromZero), [.. weights], digits);
    }
}
