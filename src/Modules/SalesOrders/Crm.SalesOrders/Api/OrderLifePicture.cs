using System.Globalization;
using System.Xml.Linq;
using Crm.BuildingBlocks;
using Crm.SalesOrders.Domain;

namespace Crm.SalesOrders.Api;

/// <summary>Draws the table of transitions: a box per state, an arrow per way from one to another.</summary>
internal static class OrderLifePicture
{
    private const double BoxWidth = 140;
    private const double BoxHeight = 48;
    private const double Width = 1230;
    private const double Height = 600;
    private const double Bend = 22;
    private const double BendAroundABox = 120;
    private const double Far = 450;
    private const double Gap = 7;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly Dictionary<OrderState, (double X, double Y)> Places = new()
    {
        [OrderState.Draft] = (90, 110),
        [OrderState.Quoted] = (90, 330),
        [OrderState.Expired] = (90, 540),
        [OrderState.Submitted] = (430, 110),
        [OrderState.PendingApproval] = (430, 330),
        [OrderState.Confirmed] = (780, 110),
        [OrderState.Completed] = (1140, 110),
        [OrderState.Cancelled] = (780, 540),
    };

    public static string Draw(Language language)
    {
        var title = new Phrase("The life of an order", "订单的生命周期").In(language);
        var svg = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Text(Width)} {Text(Height)}"), new XAttribute("role", "img"), new XAttribute("aria-label", title),
            new XAttribute("font-family", "system-ui, 'Noto Sans CJK SC', sans-serif"), new XAttribute("font-size", "13"),
            new XElement(Svg + "title", title),
            new XElement(Svg + "desc", Told(language)),
            Head(),
            Ways().Select(way => Arrow(way.From, way.To, string.Join(", ", way.Names.Select(name => name.In(language))))),
            Places.Keys.Select(state => Box(state, language)));
        return svg.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>In words for whoever cannot see it, with what leaves the state as it is.</summary>
    private static string Told(Language language)
    {
        var ways = Ways().Select(way => $"{Labels.Of(way.From).In(language)} → {Labels.Of(way.To).In(language)}: {string.Join(", ", way.Names.Select(name => name.In(language)))}");
        var stays = Places.Keys.Select(state => (State: state, Actions: Staying(state, language))).Where(s => s.Actions.Count > 0)
            .Select(s => $"{Labels.Of(s.State).In(language)}: {string.Join(", ", s.Actions)}");
        return string.Join("; ", ways.Concat(stays));
    }

    private static List<string> Staying(OrderState state, Language language) =>
        [.. OrderLife.Transitions.Where(t => t.From.Contains(state) && t.To.All(to => to == state)).Select(t => Labels.Of(t.Action).In(language))];

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
        var (dx, dy) = (Places[to].X - Places[from].X, Places[to].Y - Places[from].Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        // The way back must not lie on the way there.
        var (sideX, sideY) = (dy / length, -dx / length);
        var (start, end) = (Edge(Places[from], (dx, dy), (sideX * Gap, sideY * Gap)), Edge(Places[to], (-dx, -dy), (sideX * Gap, sideY * Gap)));
        var bend = dy == 0 && length > Far ? BendAroundABox : Bend;
        var (bentX, bentY) = (((start.X + end.X) / 2) + (sideX * bend), ((start.Y + end.Y) / 2) + (sideY * bend));
        yield return new XElement(
            Svg + "path",
            new XAttribute("d", $"M{Text(start.X)} {Text(start.Y)} Q{Text(bentX)} {Text(bentY)} {Text(end.X)} {Text(end.Y)}"),
            new XAttribute("fill", "none"), new XAttribute("stroke", "#444"), new XAttribute("marker-end", "url(#head)"));
        // Ways cross in their middles, so words stand near the beginning, or behind what is in between.
        var along = dy == 0 ? 0.5 : length > Far ? 0.65 : 0.35;
        yield return Words(OnCurve(start.X, bentX, end.X, along), OnCurve(start.Y, bentY, end.Y, along) + 4, label, bold: false);
    }

    private static double OnCurve(double start, double bent, double end, double along) =>
        ((1 - along) * (1 - along) * start) + (2 * along * (1 - along) * bent) + (along * along * end);

    /// <summary>Where a line that leaves a box beside its middle crosses the edge.</summary>
    private static (double X, double Y) Edge((double X, double Y) box, (double X, double Y) towards, (double X, double Y) beside)
    {
        var scale = Math.Min(Leave(BoxWidth / 2, towards.X, beside.X), Leave(BoxHeight / 2, towards.Y, beside.Y));
        return (box.X + beside.X + (towards.X * scale), box.Y + beside.Y + (towards.Y * scale));

        static double Leave(double half, double towards, double beside) => towards == 0 ? double.MaxValue : (half - (Math.Sign(towards) * beside)) / Math.Abs(towards);
    }

    private static XElement Words(double x, double y, string words, bool bold) => new(
        Svg + "text",
        new XAttribute("x", Text(x)), new XAttribute("y", Text(y)), new XAttribute("text-anchor", "middle"), new XAttribute("paint-order", "stroke"),
        new XAttribute("stroke", bold ? "none" : "#fff"), new XAttribute("stroke-width", bold ? "0" : "4"), new XAttribute("font-weight", bold ? "600" : "400"), words);

    private static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
