using System.Globalization;
using System.Text;

namespace Crm.Rendering.Charts;

internal sealed class Lines(SvgCanvas svg, LineChart chart, ReaderFormat reader)
{
    /// <summary>Markers closer than this would run into one another.</summary>
    private const double RoomPerMarker = 14;

    private readonly PlotFrame _frame = new(svg, chart, reader, NiceScale.For(chart.Values, chart.FromZero, chart.Format.Kind == ValueKind.Integer));

    public void Draw()
    {
        Legend.Draw(svg, chart, reader, DrawLegendMark);
        _frame.Draw();
        _frame.DrawZero();
        for (var series = 0; series < chart.Series.Count; series++)
        {
            DrawLine(series);
            DrawPoints(series);
        }
    }

    private void DrawLine(int series)
    {
        var path = new StringBuilder();
        var joins = false;
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            if (chart.Series[series].Values[i] is { } value)
                path.Append(CultureInfo.InvariantCulture, $"{(joins ? 'L' : 'M')}{_frame.X(i):0.##},{_frame.Y((double)value):0.##}");

            joins = chart.Series[series].Values[i] is not null;
        }

        var look = SeriesLook.Of(series);
        svg.Element(
            "path",
            ("class", "line"), ("d", path), ("fill", "none"), ("stroke", look.Color), ("stroke-width", 2), ("stroke-dasharray", look.Dashes), ("stroke-linejoin", "round"));
    }

    private void DrawPoints(int series)
    {
        var every = Math.Max(1, (int)Math.Ceiling(RoomPerMarker / _frame.BandWidth));
        for (var i = 0; i < chart.Categories.Count; i++)
        {
            var values = chart.Series[series].Values;
            var isAlone = (i == 0 || values[i - 1] is null) && (i == values.Count - 1 || values[i + 1] is null);
            if (values[i] is { } value && (i % every == 0 || isAlone))
                DrawMarker(series, _frame.X(i), _frame.Y((double)value), chart.PointText(reader, series, i));
        }
    }

    private void DrawMarker(int series, double x, double y, string title) => svg.Titled(
        "path",
        title,
        ("class", "point"), ("d", SeriesLook.Of(series).Marker), ("fill", SeriesLook.Of(series).Color), ("stroke", "#ffffff"), ("stroke-width", 1),
        ("transform", FormattableString.Invariant($"translate({x:0.##} {y:0.##})")));

    private void DrawLegendMark(int series, double x, double y)
    {
        var look = SeriesLook.Of(series);
        svg.Element(
            "line",
            ("x1", x), ("y1", y + 6), ("x2", x + 24), ("y2", y + 6), ("stroke", look.Color), ("stroke-width", 2), ("stroke-dasharray", look.Dashes));
        svg.Element("path", ("d", look.Marker), ("fill", look.Color), ("transform", FormattableString.Invariant($"translate({x + 12:0.##} {y + 6:0.##})")));
    }
}
