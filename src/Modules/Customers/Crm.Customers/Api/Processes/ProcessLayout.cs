using Crm.Customers.Domain.Processes;

namespace Crm.Customers.Api.Processes;

/// <summary>Where the nodes of a graph are drawn: in layers from the start downwards, each as deep as its longest way from there without turning back.</summary>
internal sealed class ProcessLayout
{
    public const double BoxWidth = 150;
    public const double BoxHeight = 46;

    private const double ColumnWidth = 250;
    private const double RowHeight = 120;
    private const double Margin = 30;

    private readonly Dictionary<string, (double X, double Y)> _places = [];

    public ProcessLayout(ProcessGraph graph)
    {
        var depths = Depths(graph);
        var rows = graph.Nodes.DistinctBy(n => n.Key).GroupBy(n => depths[n.Key]).OrderBy(g => g.Key).Select(g => g.Select(n => n.Key).ToList()).ToList();
        var widest = rows.Select(r => r.Count).DefaultIfEmpty(1).Max();
        (Width, Height) = ((widest * ColumnWidth) + (2 * Margin), (Math.Max(rows.Count, 1) * RowHeight) + (2 * Margin));
        foreach (var (row, keys) in rows.Index())
        {
            foreach (var (column, key) in keys.Index())
                _places[key] = (Width * (column + 0.5) / keys.Count, Margin + (BoxHeight / 2) + (row * RowHeight));
        }
    }

    public double Width { get; }

    public double Height { get; }

    public (double X, double Y) this[string node] => _places[node];

    private static Dictionary<string, int> Depths(ProcessGraph graph)
    {
        var keys = graph.Nodes.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        var onward = graph.Transitions.Where(t => keys.Contains(t.From) && keys.Contains(t.To)).ToLookup(t => t.From, t => t.To);
        var depths = keys.ToDictionary(k => k, _ => 0);
        var (under, done) = (new HashSet<string>(), new List<string>());
        foreach (var start in graph.Nodes.OrderBy(n => n.Kind != NodeKind.Start)) Visit(start.Key);
        // Backwards the order in which they were done: every way that does not turn back leads from an earlier one to a later one.
        var order = done.AsEnumerable().Reverse().Select((key, index) => (key, index)).ToDictionary(x => x.key, x => x.index);
        foreach (var key in order.OrderBy(o => o.Value).Select(o => o.Key))
        {
            foreach (var next in onward[key].Where(next => order[next] > order[key])) depths[next] = Math.Max(depths[next], depths[key] + 1);
        }

        return depths;

        void Visit(string key)
        {
            if (!under.Add(key)) return;
            foreach (var next in onward[key]) Visit(next);
            done.Add(key);
        }
    }
}
