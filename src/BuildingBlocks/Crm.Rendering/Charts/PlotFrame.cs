namespace Crm.Rendering.Charts;

/// <summary>The rectangle in which values are drawn, with the value axis, the category axis and the legend around it.</summary>
internal sealed class PlotFrame
{
    private const double LegendHeight = 22;
    private const double Gap = 6;
    private const double WidestCategory = 110;

    /// <summary>How far to the left a label tilted by 35 degrees reaches, per pixel of its length.</summary>
    private const double TiltedReach = 0.82;

    private readonly SvgCanvas _svg;
    private readonly SeriesChart _chart;
    private readonly ReaderFormat _reader;
    private readonly bool _tilted;

    public PlotFrame(SvgCanvas svg, SeriesChart chart, ReaderFormat reader, NiceScale scale)
    {
        (_svg, _chart, _reader, Scale) = (svg, chart, reader, scale);
        var ticks = scale.Ticks.Select(Label).ToList();
        var unit = ReaderFormat.Unit(chart.Format) is null ? 0 : SvgCanvas.FontSize + Gap;
        Left = ticks.Max(t => TextWidth.Pixels(t, SvgCanvas.FontSize)) + Gap;
        Right = svg.Width - 8;
        Top = svg.Top + 10 + unit + (chart.Series.Count > 1 ? LegendHeight : 0);

        var widest = Math.Min(WidestCategory, chart.Categories.Max(c => TextWidth.Pixels(reader.Text(c), SvgCanvas.FontSize)));
        _tilted = widest > BandWidth * LabelEvery(BandWidth, SvgCanvas.FontSize * 3) - Gap;
        Bottom = svg.Height - (_tilted ? (widest * 0.6) + SvgCanvas.FontSize + Gap : SvgCanvas.FontSize + (2 * Gap));
    }

    public NiceScale Scale { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double BandWidth => (Right - Left) / _chart.Categories.Count;

    public double X(int category) => Left + (BandWidth * (category + 0.5));

    public double Y(double value) => Bottom - (Scale.Share(value) * (Bottom - Top));

    public void Draw()
    {
        foreach (var tick in Scale.Ticks)
        {
            _svg.Line(Left, Y(tick), Right, Y(tick), SvgCanvas.GridColor);
            _svg.Text(Left - Gap, Y(tick) + 4, Label(tick), ("text-anchor", "end"), ("fill", SvgCanvas.FaintInk));
        }

        if (ReaderFormat.Unit(_chart.Format) is { } unit)
            _svg.Text(Left, Top - Gap - 4, unit, ("fill", SvgCanvas.FaintInk));

        DrawCategories();
    }

    /// <summary>Over the bars, so that the line from which they are measured stays visible.</summary>
    public void DrawZero() => _svg.Line(Left, Y(Math.Clamp(0, Scale.Min, Scale.Max)), Right, Y(Math.Clamp(0, Scale.Min, Scale.Max)), SvgCanvas.FaintInk);

    private void DrawCategories()
    {
        var every = _tilted ? LabelEvery(BandWidth, SvgCanvas.FontSize * 1.4) : LabelEvery(BandWidth, SvgCanvas.FontSize * 3);
        for (var i = 0; i < _chart.Categories.Count; i += every)
        {
            var (x, y) = (X(i), Bottom + Gap + SvgCanvas.FontSize);
            var label = TextWidth.Fit(_reader.Text(_chart.Categories[i]), SvgCanvas.FontSize, _tilted ? Math.Min(WidestCategory, x / TiltedReach) : WidestCategory);
            if (_tilted)
                _svg.Text(x + 4, y - 2, label, ("text-anchor", "end"), ("fill", SvgCanvas.Ink), ("transform", FormattableString.Invariant($"rotate(-35 {x + 4:0.##} {y - 2:0.##})")));
            else
                _svg.Text(x, y, label, ("text-anchor", "middle"), ("fill", SvgCanvas.Ink));
        }
    }

    private string Label(double tick) => _reader.Tick(tick, _chart.Format);

    /// <summary>Where categories are many, only every n-th is labelled.</summary>
    private static int LabelEvery(double band, double room) => Math.Max(1, (int)Math.Ceiling(room / band));
}
