namespace Crm.Customers.Domain.Processes;

/// <summary>Whether one transition can ever be taken.</summary>
internal static class TransitionCheck
{
    public static readonly IReadOnlyList<string> Events = [.. Enum.GetNames<SalesFact>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    private const int DeepestGuard = 8;
    private const int MostComparisons = 50;

    public static IEnumerable<GraphProblem> Of(ProcessGraph graph, ProcessTransition way, string at)
    {
        var from = graph.Nodes.FirstOrDefault(n => n.Key == way.From);
        if (from is null) yield return new($"{at}/from", CheckPhrases.Dangling, way.Key, way.From);
        if (graph.Nodes.All(n => n.Key != way.To)) yield return new($"{at}/to", CheckPhrases.Dangling, way.Key, way.To);
        foreach (var problem in OfKind(way, from?.Kind, at)) yield return problem;
        foreach (var field in (way.RequiredFields ?? []).Where(f => KnownFields.Find(graph, f) is null || f.StartsWith(KnownFields.Event, StringComparison.Ordinal)))
            yield return new($"{at}/requiredFields", CheckPhrases.FieldUnknown, way.Key, field);
        if (way.Guard is { } guard)
        {
            foreach (var problem in OfGuard(graph, way, guard, $"{at}/guard")) yield return problem;
        }
    }

    private static IEnumerable<GraphProblem> OfKind(ProcessTransition way, NodeKind? from, string at)
    {
        if (way.On is not null && from is not (NodeKind.Wait or null)) yield return new($"{at}/on", CheckPhrases.OnlyWaitsHear, way.Key, way.From);
        if (way.On is { } on && !Events.Contains(on)) yield return new($"{at}/on", CheckPhrases.EventUnknown, way.From, on, string.Join(", ", Events));
        if (way.IsElse && from is not (NodeKind.Decision or null)) yield return new($"{at}/isElse", CheckPhrases.ElseOfDecision, way.Key, way.From);
        if (from == NodeKind.Decision && way.IsElse == way.Guard is not null) yield return new(at, CheckPhrases.GuardOrElse, way.Key, way.From);
        var isByItself = from == NodeKind.Decision || way.On is not null;
        if (isByItself && (way.Permission is not null || way.RequiredFields is { Count: > 0 })) yield return new(at, CheckPhrases.NobodyTakesIt, way.Key, way.From);
        if (way is { LimitHours: not null, LimitWorkingDays: not null }) yield return new(at, CheckPhrases.OneLimit, way.Key);
        if (from == NodeKind.Decision && (way.LimitHours ?? way.LimitWorkingDays) is not null) yield return new(at, CheckPhrases.NobodyTakesIt, way.Key, way.From);
    }

    private static IEnumerable<GraphProblem> OfGuard(ProcessGraph graph, ProcessTransition way, Guard guard, string at)
    {
        if (!guard.IsWellFormed())
        {
            yield return new(at, CheckPhrases.IllFormed, way.Key);
            yield break;
        }

        if (guard.Depth() > DeepestGuard || guard.Comparisons().Count() > MostComparisons) yield return new(at, CheckPhrases.TooLarge, way.Key, DeepestGuard, MostComparisons);
        foreach (var comparison in guard.Comparisons())
        {
            if (KnownFields.Find(graph, comparison.Field!) is not { } known || (way.On is null && comparison.Field!.StartsWith(KnownFields.Event, StringComparison.Ordinal)))
                yield return new(at, CheckPhrases.FieldUnknown, way.Key, comparison.Field);
            else if (!Fits(comparison, known.Kind))
                yield return new(at, CheckPhrases.DoesNotFit, way.Key, comparison.Field, comparison.Is, string.Join(", ", comparison.Values ?? []));
        }
    }

    private static bool Fits(Guard comparison, FieldKind kind)
    {
        var values = comparison.Values ?? [];
        var isCounted = comparison.Is switch
        {
            GuardOperator.Given or GuardOperator.Missing => values.Count == 0,
            GuardOperator.OneOf => values.Count > 0,
            GuardOperator.Equal or GuardOperator.NotEqual => values.Count == 1,
            _ => values.Count == 1 && kind is (FieldKind.Number or FieldKind.Date),
        };
        return isCounted && values.All(v => v is not null && Guard.Parsed(v, kind) is not null);
    }
}
