using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>What is wrong with a graph, and where.</summary>
/// <param name="Pointer">JSON pointer into the graph.</param>
/// <param name="Text">What is wrong and what would be right.</param>
/// <param name="Values">Fill the placeholders of the text.</param>
internal sealed record GraphProblem(string Pointer, Phrase Text, params object?[] Values);

/// <summary>Whether a graph can be walked: from one start to an end, from wherever one may come to.</summary>
internal static class ProcessCheck
{
    public static IReadOnlyList<GraphProblem> Of(ProcessGraph graph)
    {
        var problems = new List<GraphProblem>();
        problems.AddRange(Keys(graph));
        problems.AddRange(Ends(graph));
        problems.AddRange(graph.Transitions.Index().SelectMany(t => TransitionCheck.Of(graph, t.Item, $"/transitions/{t.Index}")));
        problems.AddRange(graph.Nodes.Index().SelectMany(n => OfNode(graph, n.Item, $"/nodes/{n.Index}")));
        if (problems.Count == 0) problems.AddRange(Ways(graph));
        return problems;
    }

    private static IEnumerable<GraphProblem> Keys(ProcessGraph graph)
    {
        foreach (var (index, node) in Again(graph.Nodes, n => n.Key)) yield return new($"/nodes/{index}/key", CheckPhrases.KeyTwice, node.Key);
        foreach (var (index, transition) in Again(graph.Transitions, t => t.Key)) yield return new($"/transitions/{index}/key", CheckPhrases.KeyTwice, transition.Key);
        foreach (var (index, field) in Again(graph.Fields, f => f.Key)) yield return new($"/fields/{index}/key", CheckPhrases.KeyTwice, field.Key);
    }

    private static IEnumerable<(int Index, T Item)> Again<T>(IReadOnlyList<T> items, Func<T, string> key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return items.Index().Where(i => !seen.Add(key(i.Item)));
    }

    private static IEnumerable<GraphProblem> Ends(ProcessGraph graph)
    {
        var starts = graph.Nodes.Index().Where(n => n.Item.Kind == NodeKind.Start).ToList();
        if (starts.Count == 0) yield return new("/nodes", CheckPhrases.NoStart);
        foreach (var (index, node) in starts.Skip(1)) yield return new($"/nodes/{index}", CheckPhrases.SecondStart, node.Key);
        if (graph.Nodes.All(n => n.Kind != NodeKind.End)) yield return new("/nodes", CheckPhrases.NoEnd);
    }

    private static IEnumerable<GraphProblem> OfNode(ProcessGraph graph, ProcessNode node, string at)
    {
        var ways = graph.From(node.Key).ToList();
        if (node.Kind == NodeKind.End && ways.Count > 0) yield return new(at, CheckPhrases.LeavesEnd, node.Key, ways[0].Key);
        if (node.Kind == NodeKind.Start && (ways.Count != 1 || !IsFree(ways[0]))) yield return new(at, CheckPhrases.StartIsFree, node.Key);
        if (node.Kind == NodeKind.Start && graph.Transitions.FirstOrDefault(t => t.To == node.Key) is { } back) yield return new(at, CheckPhrases.BackToStart, node.Key, back.Key);
        if (node.Kind == NodeKind.Decision && ways.Count(w => w.IsElse) != 1) yield return new(at, CheckPhrases.OneElse, node.Key);
        if (node.Kind == NodeKind.Decision && ways.Count < 2) yield return new(at, CheckPhrases.NothingToDecide, node.Key);
        if (node.Kind == NodeKind.Wait && ways.TrueForAll(w => w.On is null)) yield return new(at, CheckPhrases.WaitsForNothing, node.Key, string.Join(", ", TransitionCheck.Events));
    }

    private static bool IsFree(ProcessTransition way) => way is { Guard: null, Permission: null, On: null, IsElse: false, LimitHours: null, LimitWorkingDays: null } && way.RequiredFields is not { Count: > 0 };

    /// <summary>Asked only where every way leads somewhere.</summary>
    private static IEnumerable<GraphProblem> Ways(ProcessGraph graph)
    {
        var onward = graph.Transitions.ToLookup(t => t.From, t => t.To);
        var backward = graph.Transitions.ToLookup(t => t.To, t => t.From);
        var reached = Reached([graph.Start.Key], onward);
        var ending = Reached(graph.Nodes.Where(n => n.Kind == NodeKind.End).Select(n => n.Key), backward);
        var deciding = graph.Nodes.Where(n => n.Kind == NodeKind.Decision).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var amongDecisions = graph.Transitions.Where(t => deciding.Contains(t.From) && deciding.Contains(t.To)).ToLookup(t => t.From, t => t.To);
        foreach (var (index, node) in graph.Nodes.Index())
        {
            if (!reached.Contains(node.Key)) yield return new($"/nodes/{index}", CheckPhrases.Unreachable, node.Key);
            if (!ending.Contains(node.Key)) yield return new($"/nodes/{index}", CheckPhrases.NoWayOut, node.Key);
            if (deciding.Contains(node.Key) && Reached(amongDecisions[node.Key], amongDecisions).Contains(node.Key)) yield return new($"/nodes/{index}", CheckPhrases.DecidesForEver, node.Key);
        }
    }

    private static HashSet<string> Reached(IEnumerable<string> from, ILookup<string, string> ways)
    {
        var reached = new HashSet<string>(from, StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var node))
        {
            foreach (var next in ways[node].Where(reached.Add)) open.Enqueue(next);
        }

        return reached;
    }
}
