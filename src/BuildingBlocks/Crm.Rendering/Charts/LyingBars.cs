namespace Crm.Rendering.Charts;

internal sealed class LyingBars(SvgCanvas svg, BarChart chart, ReaderFormat reader)
{
    private const double Gap = 6;
    private const double LegendHeight = 22;
    private const double ThickestBar = 26;

    private readonly NiceScale _scale = NiceScale.For(chart.Values, wholeSteps: chart.Format.Kind == ValueKind.Integer);

    /// <summary>A third of the picture at most is given to the labels.</summary>
    private readonly double _left = Gap + Math.Min(svg.Width / 3, chart.Categories.Max(c => TextWidth.Pixels(reader.Text(c), SvgCanvas.FontSize)));

    private readonly double _right = svg.Width - Gap - chart.Values.Max(v => TextWidth.Pixels(reader.Label(v, chart.Format), SvgCanvas.FontSize));

    private readonly double _top = svg.Top + (chart.Series.Count > 1 ? LegendHeight : 4);

    private readonly double _bottom = svg.Height - SvgCanvas.FontSize - (2 * Gap);

    public void Draw()
    {
        Legend.Draw(svg, chart, reader, (i, x, y) => Legend.DrawSwatch(svg, i, x, y));
        DrawTicks();

        var band = (_bottom - _top) / chart.Categories.Count;
        var thickness = Math.Min(ThickestBar, band * 0.76 / chart.Series.Count);
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            var middle = _top + (band * (category + 0.5));
            var name = TextWidth.Fit(reader.Text(chart.Categories[category]), SvgCanvas.FontSize, _left - Gap);
            svg.Text(_left - Gap, middle + 4, name, ("text-anchor", "end"), ("fill", SvgCanvas.Ink));
            for (var series = 0; series < chart.Series.Count; series++)
            {
                if (chart.Series[series].Values[category] is { } value)
                    DrawBar(category, series, value, middle + (thickness * (series - (chart.Series.Count / 2.0))), thickness);
            }
        }

        svg.Line(X(0), _top, X(0), _bottom, SvgCanvas.FaintInk);
    }

    private void DrawTicks()
    {
        foreach (var tick in _scale.Ticks)
        {
            svg.Line(X(tick), _top, X(tick), _bottom, SvgCanvas.GridColor);
            svg.Text(X(tick), _bottom + Gap + SvgCanvas.FontSize, reader.Tick(tick, chart.Format), ("text-anchor", "middle"), ("fill", SvgCanvas.FaintInk));
        }

        if (ReaderFormat.Unit(chart.Format) is { } unit)
            svg.Text(0, _bottom + Gap + SvgCanvas.FontSize, unit, ("fill", SvgCanvas.FaintInk));
    }

    private void DrawBar(int category, int series, decimal value, double y, double thickness)
    {
        var (from, to) = (X((double)Math.Min(value, 0m)), X((double)Math.Max(value, 0m)));
        svg.Bar(series, from, y, to - from, thickness, chart.PointText(reader, series, category));
        if (thickness >= 9)
            svg.Text(to + 4, y + (thickness / 2) + 4, reader.Label(value, chart.Format), ("font-size", 10), ("fill", SvgCanvas.Ink));
    }

    private double X(double value) => _left + (_scale.Share(value) * (_right - _left));
}
