namespace Crm.Rendering.Charts;

/// <summary>Names the series above the plot, each with the mark it is drawn with.</summary>
internal static class Legend
{
    private const double Swatch = 12;
    private const double Gap = 6;

    public static void Draw(SvgCanvas svg, SeriesChart chart, ReaderFormat reader, Action<int, double, double> mark)
    {
        if (chart.Series.Count < 2)
            return;

        var x = 0.0;
        var y = svg.Top + 4;
        var room = svg.Width / chart.Series.Count;
        for (var i = 0; i < chart.Series.Count; i++)
        {
            mark(i, x, y);
            var name = TextWidth.Fit(reader.Text(chart.Series[i].Name), SvgCanvas.FontSize, Math.Max(room, 60) - (Swatch * 2) - (2 * Gap));
            svg.Text(x + (Swatch * 2) + Gap, y + 10, name, ("fill", SvgCanvas.Ink));
            x += (Swatch * 2) + (3 * Gap) + TextWidth.Pixels(name, SvgCanvas.FontSize);
        }
    }

    /// <summary>The mark of a filled series.</summary>
    public static void DrawSwatch(SvgCanvas svg, int series, double x, double y) =>
        svg.Swatch(series, x, y, Swatch * 2, Swatch);
}
