using System.Globalization;
using System.Xml.Linq;
using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Api;

/// <summary>Draws the table of transitions: a box per state, an arrow per way from one to another.</summary>
internal static class OrderLifePicture
{
    private const double BoxWidth = 130;
    private const double BoxHeight = 44;
    private const double Width = 900;
    private const double Height = 480;
    private const double Bend = 22;
    private const double BendAroundABox = 85;
    private const double Far = 300;
    private const double Gap = 7;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Dictionary<OrderState, (double X, double Y)> Places = new()
    {
        [OrderState.Draft] = (90, 110),
        [OrderState.Quoted] = (90, 250),
        [OrderState.Expired] = (90, 400),
        [OrderState.Submitted] = (330, 110),
        [OrderState.PendingApproval] = (330, 250),
        [OrderState.Confirmed] = (600, 110),
        [OrderState.Completed] = (800, 110),
        [OrderState.Cancelled] = (600, 400),
    };

    public static string Draw(Language language)
    {
        var title = new Phrase("The life of an order", "订单的生命周期").In(language);
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Text(Width)} {Text(Height)}"), new XAttribute("role", "img"), new XAttribute("aria-label", title),
            new XAttribute("font-family", "system-ui, 'Noto Sans CJK SC', sans-serif"), new XAttribute("font-size", "13"),
            new XElement(Svg + "title", title),
            Head(),
            Ways().Select(way => Arrow(way.From, way.To, string.Join(", ", way.Names.Select(name => name.In(language))))),
            Places.Keys.Select(state => Box(state, language)));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    private static IEnumerable<(OrderState From, OrderState To, IReadOnlyList<Phrase> Names)> Ways() =>
        OrderLife.Transitions
            .SelectMany(t => t.From.SelectMany(from => t.To.Where(to => to != from).Select(to => (From: from, To: to, Name: Labels.Of(t.Action)))))
            .Concat(OrderLife.Followings.Select(f => (f.From, f.To, Name: f.Because)))
            .GroupBy(way => (way.From, way.To))
            .Select(g => (g.Key.From, g.Key.To, (IReadOnlyList<Phrase>)[.. g.Select(way => way.Name)]));

    private static XElement Head() => new(
        Svg + "defs",
        new XElement(
            Svg + "marker",
            new XAttribute("id", "head"), new XAttribute("viewBox", "0 0 10 10"), new XAttribute("refX", "9"), new XAttribute("refY", "5"),
            new XAttribute("markerWidth", "7"), new XAttribute("markerHeight", "7"), new XAttribute("orient", "auto"),
            new XElement(Svg + "path", new XAttribute("d", "M0 0 L10 5 L0 10 z"), new XAttribute("fill", "#444"))));

    private static IEnumerable<XElement> Box(OrderState state, Language language)
    {
        var (x, y) = Places[state];
        yield return new XElement(
            Svg + "rect",
            new XAttribute("x", Text(x - (BoxWidth / 2))), new XAttribute("y", Text(y - (BoxHeight / 2))), new XAttribute("width", Text(BoxWidth)),
            new XAttribute("height", Text(BoxHeight)), new XAttribute("rx", "8"), new XAttribute("fill", "#eef3fb"), new XAttribute("stroke", "#2a4d8f"));
        yield return Words(x, y + 5, Labels.Of(state).In(language), bold: true);
    }

    private static IEnumerable<XElement> Arrow(OrderState from, OrderState to, string label)
    {
        var (start, end) = (Edge(Places[from], Places[to]), Edge(Places[to], Places[from]));
        // The way back must not lie on the way there.
        var (dx, dy) = (end.X - start.X, end.Y - start.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var bend = dy == 0 && length > Far ? BendAroundABox : Bend;
        var (sideX, sideY) = (dy / length, -dx / length);
        var (midX, midY) = (((start.X + end.X) / 2) + (sideX * bend), ((start.Y + end.Y) / 2) + (sideY * bend));
        yield return new XElement(
            Svg + "path",
            new XAttribute("d", $"M{Text(start.X + (sideX * Gap))} {Text(start.Y + (sideY * Gap))} Q{Text(midX)} {Text(midY)} {Text(end.X + (sideX * Gap))} {Text(end.Y + (sideY * Gap))}"),
            new XAttribute("fill", "none"), new XAttribute("stroke", "#444"), new XAttribute("marker-end", "url(#head)"));
        yield return Words(midX, midY, label, bold: false);
    }

    /// <summary>Where the line between the middles of two boxes leaves the first.</summary>
    private static (double X, double Y) Edge((double X, double Y) box, (double X, double Y) towards)
    {
        var (dx, dy) = (towards.X - box.X, towards.Y - box.Y);
        var scale = Math.Min(dx == 0 ? double.MaxValue : BoxWidth / 2 / Math.Abs(dx), dy == 0 ? double.MaxValue : BoxHeight / 2 / Math.Abs(dy));
        return (box.X + (dx * scale), box.Y + (dy * scale));
    }

    private static XElement Words(double x, double y, string words, bool bold) => new(
        Svg + "text",
        new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), new XAttribute("text-anchor", "middle"), new XAttribute("paint-order", "stroke"),
        new XAttribute("stroke", bold ? "none" : "#fff"), new XAttribute("stroke-width", bold ? "0" : "4"), new XAttribute("font-weight", bold ? "600" : "400"), words);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
