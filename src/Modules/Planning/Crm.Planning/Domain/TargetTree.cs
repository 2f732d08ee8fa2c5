namespace Crm.Planning.Domain;

/// <summary>A month in which the parts of a target do not add up to it.</summary>
/// <param name="Parent">The whole.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Value">What the whole asks for; 0 where it has no target in the month.</param>
/// <param name="Sum">What its parts ask for together.</param>
internal sealed record Imbalance(Target Parent, DateOnly Month, decimal Value, decimal Sum);

/// <summary>How targets of one plan are parts of each other.</summary>
internal static class TargetTree
{
    /// <summary>Where parts differ from their whole by more than a share of it, in a fixed order.</summary>
    /// <param name="targets">All of a plan.</param>
    /// <param name="tolerance">Share of the whole, from 0 to 1: 0.005 is half a percent.</param>
    public static IEnumerable<Imbalance> Imbalances(IReadOnlyCollection<Target> targets, decimal tolerance)
    {
        var parts = targets.Where(t => t.ParentId is not null).ToLookup(t => t.ParentId!.Value);
        foreach (var parent in Target.InOrder(targets).Where(t => parts.Contains(t.Id)))
        {
            var sums = parts[parent.Id].SelectMany(p => p.Months).GroupBy(m => m.Month).ToDictionary(g => g.Key, g => g.Sum(m => m.Value));
            var values = parent.Months.ToDictionary(m => m.Month, m => m.Value);
            foreach (var month in sums.Keys.Union(values.Keys).Order())
            {
                var (value, sum) = (values.GetValueOrDefault(month), sums.GetValueOrDefault(month));
                if (Math.Abs(sum - value) > tolerance * value) yield return new Imbalance(parent, month, value, sum);
            }
        }
    }

    /// <summary>Refuses targets that are parts of themselves, and parts of one whole that are of several kinds.</summary>
    public static void RequireSound(IReadOnlyCollection<Target> targets)
    {
        var byId = targets.ToDictionary(t => t.Id);
        foreach (var target in targets)
        {
            var above = target;
            for (var steps = 0; above.ParentId is { } parent; steps++)
            {
                if (steps == byId.Count) throw PlanningRules.TargetInCircle.Broken(target.Subject.MetricName, target.Subject.ScopeName);
                above = byId[parent];
            }
        }

        var mixed = targets.Where(t => t.ParentId is not null).GroupBy(t => t.ParentId!.Value).FirstOrDefault(g => g.Select(t => t.Scope).Distinct().Count() > 1);
        if (mixed is not null) throw PlanningRules.PartsOfTwoKinds.Broken(byId[mixed.Key].Subject.MetricName, byId[mixed.Key].Subject.ScopeName);
    }
}
