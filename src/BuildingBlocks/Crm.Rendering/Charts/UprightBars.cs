namespace Crm.Rendering.Charts;

internal sealed class UprightBars(SvgCanvas svg, BarChart chart, ReaderFormat reader)
{
    private const double WidestBar = 56;
    private const double LabelSize = 10;

    private readonly PlotFrame _frame = new(svg, chart, reader, NiceScale.For(chart.Values, wholeSteps: chart.Format.Kind == ValueKind.Integer));

    public void Draw()
    {
        Legend.Draw(svg, chart, reader, (i, x, y) => Legend.DrawSwatch(svg, i, x, y));
        _frame.Draw();

        var width = Math.Min(WidestBar, _frame.BandWidth * 0.72 / chart.Series.Count);
        var labelled = chart.Values.All(v => TextWidth.Pixels(reader.Label(v, chart.Format), LabelSize) <= width + 6);
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            for (var series = 0; series < chart.Series.Count; series++)
            {
                if (chart.Series[series].Values[category] is { } value)
                    DrawBar(category, series, value, width, labelled);
            }
        }

        _frame.DrawZero();
    }

    private void DrawBar(int category, int series, decimal value, double width, bool labelled)
    {
        var x = _frame.X(category) + (width * (series - (chart.Series.Count / 2.0)));
        var (top, bottom) = (_frame.Y((double)Math.Max(value, 0m)), _frame.Y((double)Math.Min(value, 0m)));
        svg.Bar(series, x, top, width, bottom - top, chart.PointText(reader, series, category));
        if (labelled)
            svg.Text(
                x + (width / 2),
                value < 0 ? bottom + 11 : top - 4,
                reader.Label(value, chart.Format),
                ("text-anchor", "middle"), ("font-size", LabelSize), ("fill", SvgCanvas.Ink));
    }
}
