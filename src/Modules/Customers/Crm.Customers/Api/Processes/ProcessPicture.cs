using System.Globalization;
using System.Xml.Linq;
using Crm.BuildingBlocks;
using Crm.Customers.Domain.Processes;

namespace Crm.Customers.Api.Processes;

/// <summary>
/// Draws a graph, and one customer's way through it where one is given. What was done, where it is and what was not taken is told apart by
/// marks and lines, so that nobody needs the colours; what the picture shows is said in words beside it.
/// </summary>
internal sealed class ProcessPicture(ProcessGraph graph, Language language, SalesProcess? process = null)
{
    private const double Bend = 26;
    private const double Gap = 8;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly Phrase WayOf = new("{0}: one customer's way", "{0}：一位客户的进展");
    private static readonly Phrase Done = new("done", "已完成");
    private static readonly Phrase Present = new("now", "当前");
    private static readonly Phrase NotTaken = new("not taken", "未经过");
    private static readonly Phrase Way = new("Way: {0}", "路径：{0}");

    private readonly ProcessLayout _places = new(graph);
    private readonly HashSet<string> _visited = [.. process?.Steps.Select(s => s.Node) ?? []];
    private readonly HashSet<string> _taken = [.. process?.Steps.Select(s => s.Transition).OfType<string>() ?? []];

    public string Draw(Phrase name)
    {
        var title = process is null ? name.In(language) : WayOf.In(language, name.In(language));
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Text(_places.Width)} {Text(_places.Height)}"), new XAttribute("role", "img"), new XAttribute("aria-labelledby", "title desc"),
            new XAttribute("lang", language == Language.Chinese ? "zh-Hans" : "en"), new XAttribute("font-family", "system-ui, 'Noto Sans CJK SC', sans-serif"), new XAttribute("font-size", "13"),
            new XElement(Svg + "title", new XAttribute("id", "title"), title),
            new XElement(Svg + "desc", new XAttribute("id", "desc"), Told()),
            Head(),
            Ways().Select(w => Arrow(w.Key.From, w.Key.To, [.. w])),
            graph.Nodes.DistinctBy(n => n.Key).Select(Box));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    // Drafts may name nodes that are not there.
    private IEnumerable<IGrouping<(string From, string To), ProcessTransition>> Ways()
    {
        var keys = graph.Nodes.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        return graph.Transitions.Where(t => keys.Contains(t.From) && keys.Contains(t.To)).GroupBy(t => (t.From, t.To));
    }

    private string Told()
    {
        var nodes = graph.Nodes.DistinctBy(n => n.Key).ToDictionary(n => n.Key);
        var ways = Ways().Select(w => $"{Name(w.Key.From)} → {Name(w.Key.To)}: {string.Join(", ", w.Select(t => t.Names.In(language)))}");
        var kinds = nodes.Values.Select(n => $"{Name(n.Key)} ({Labels.Of(n.Kind).In(language)}{(process is null ? "" : ", " + MarkOf(n.Key).In(language))})");
        var way = process is null ? [] : new[] { Way.In(language, string.Join(" → ", process.Steps.OrderBy(s => s.Number).Select(s => Name(s.Node)))) };
        return string.Join("; ", kinds.Concat(ways).Concat(way));

        string Name(string key) => nodes.TryGetValue(key, out var node) ? node.Names.In(language) : key;
    }

    private Phrase MarkOf(string node) => process is { State: ProcessState.Open } && node == process.Node ? Present : _visited.Contains(node) ? Done : NotTaken;

    private static XElement Head() => new(
        Svg + "defs",
        new XElement(
            Svg + "marker",
            new XAttribute("id", "head"), new XAttribute("viewBox", "0 0 10 10"), new XAttribute("refX", "9"), new XAttribute("refY", "5"), new XAttribute("markerWidth", "7"),
            new XAttribute("markerHeight", "7"), new XAttribute("markerUnits", "userSpaceOnUse"), new XAttribute("orient", "auto"),
            new XElement(Svg + "path", new XAttribute("d", "M0 0 L10 5 L0 10 z"), new XAttribute("fill", "#333"))));

    private IEnumerable<XElement> Box(ProcessNode node)
    {
        var (x, y) = _places[node.Key];
        var mark = process is null ? null : MarkOf(node.Key);
        yield return new XElement(Svg + "path", new XAttribute("d", Outline(node.Kind, x, y)), new XAttribute("fill", mark == NotTaken ? "#fff" : "#eef3fb"),
            new XAttribute("stroke", mark == NotTaken ? "#666" : "#2a4d8f"), new XAttribute("stroke-width", mark == Present ? "4" : mark == Done ? "2.5" : "1.2"),
            mark == NotTaken ? new XAttribute("stroke-dasharray", "5 4") : null);
        if (node.Kind == NodeKind.End)
            yield return new XElement(Svg + "path", new XAttribute("d", Outline(node.Kind, x, y, inset: 4)), new XAttribute("fill", "none"), new XAttribute("stroke", "#2a4d8f"), new XAttribute("stroke-width", "1"));
        var sign = node.Kind == NodeKind.Wait ? "⧖ " : node.Kind == NodeKind.Decision ? "? " : "";
        var shown = mark == Done ? "✓ " : mark == Present ? "▶ " : "";
        yield return Words(x, y + 5, shown + sign + node.Names.In(language), bold: mark != NotTaken);
    }

    /// <summary>Starts and ends are round, decisions have corners at their sides, what waits is slanted, tasks are boxes.</summary>
    private static string Outline(NodeKind kind, double x, double y, double inset = 0)
    {
        var (half, high) = ((ProcessLayout.BoxWidth / 2) - inset, (ProcessLayout.BoxHeight / 2) - inset);
        var (left, right, top, bottom) = (x - half, x + half, y - high, y + high);
        return kind switch
        {
            NodeKind.Start or NodeKind.End =>
                $"M{Text(left + high)} {Text(top)} H{Text(right - high)} A{Text(high)} {Text(high)} 0 0 1 {Text(right - high)} {Text(bottom)} H{Text(left + high)} A{Text(high)} {Text(high)} 0 0 1 {Text(left + high)} {Text(top)} Z",
            NodeKind.Decision => $"M{Text(left)} {Text(y)} L{Text(left + high)} {Text(top)} H{Text(right - high)} L{Text(right)} {Text(y)} L{Text(right - high)} {Text(bottom)} H{Text(left + high)} Z",
            NodeKind.Wait => $"M{Text(left + 10)} {Text(top)} H{Text(right)} L{Text(right - 10)} {Text(bottom)} H{Text(left)} Z",
            _ => $"M{Text(left)} {Text(top)} H{Text(right)} V{Text(bottom)} H{Text(left)} Z",
        };
    }

    private IEnumerable<XElement> Arrow(string from, string to, IReadOnlyList<ProcessTransition> ways)
    {
        var (a, b) = (_places[from], _places[to]);
        var isTaken = ways.Any(w => _taken.Contains(w.Key));
        var (start, bent, end) = from == to ? Loop(a) : Curve(a, b);
        yield return new XElement(
            Svg + "path",
            new XAttribute("d", $"M{Text(start.X)} {Text(start.Y)} Q{Text(bent.X)} {Text(bent.Y)} {Text(end.X)} {Text(end.Y)}"), new XAttribute("fill", "none"),
            new XAttribute("stroke", "#333"), new XAttribute("stroke-width", isTaken ? "3" : "1.2"), new XAttribute("marker-end", "url(#head)"),
            process is not null && !isTaken ? new XAttribute("stroke-dasharray", "5 4") : null);
        var words = string.Join(" / ", ways.Select(w => w.Names.In(language)).Distinct());
        yield return Words((start.X * 0.42) + (bent.X * 0.33) + (end.X * 0.25), (start.Y * 0.42) + (bent.Y * 0.33) + (end.Y * 0.25) + 4, words, bold: isTaken);
    }

    private static ((double X, double Y) Start, (double X, double Y) Bent, (double X, double Y) End) Curve((double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = Math.Max(1, Math.Sqrt((dx * dx) + (dy * dy)));
        // The way back must not lie on the way there.
        var (sideX, sideY) = (dy / length, -dx / length);
        var (start, end) = (Edge(a, (dx, dy), (sideX * Gap, sideY * Gap)), Edge(b, (-dx, -dy), (sideX * Gap, sideY * Gap)));
        var bend = Bend + (length / 12);
        return (start, (((start.X + end.X) / 2) + (sideX * bend), ((start.Y + end.Y) / 2) + (sideY * bend)), end);
    }

    private static ((double X, double Y) Start, (double X, double Y) Bent, (double X, double Y) End) Loop((double X, double Y) box)
    {
        var side = box.X + (ProcessLayout.BoxWidth / 2);
        return ((side, box.Y - Gap), (side + 60, box.Y), (side, box.Y + Gap));
    }

    /// <summary>Where a line that leaves a box beside its middle crosses the edge.</summary>
    private static (double X, double Y) Edge((double X, double Y) box, (double X, double Y) towards, (double X, double Y) beside)
    {
        var scale = Math.Min(Leave(ProcessLayout.BoxWidth / 2, towards.X, beside.X), Leave(ProcessLayout.BoxHeight / 2, towards.Y, beside.Y));
        return (box.X + beside.X + (towards.X * scale), box.Y + beside.Y + (towards.Y * scale));

        static double Leave(double half, double towards, double beside) => towards == 0 ? double.MaxValue : (half - (Math.Sign(towards) * beside)) / Math.Abs(towards);
    }

    private static XElement Words(double x, double y, string words, bool bold) => new(
        Svg + "text",
        new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), new XAttribute("text-anchor", "middle"), new XAttribute("paint-order", "stroke"),
        new XAttribute("stroke", "#fff"), new XAttribute("stroke-width", "3"), new XAttribute("font-weight", bold ? "600" : "400"), words);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
