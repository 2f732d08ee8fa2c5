using Crm.Rendering.Charts;

namespace Crm.Rendering.Mail;

/// <summary>One bar made of table cells that share a line: empty, filled, empty.</summary>
/// <param name="Label">The category, and the series where there are several.</param>
/// <param name="Value">As people read it.</param>
/// <param name="Length">The bar's length as a fraction of the longest possible, -1 to 1; negative to the left.</param>
/// <param name="Parts">From left to right; widths are whole percents and add up to 100.</param>
internal sealed record CellBar(string Label, string Value, double Length, IReadOnlyList<BarPart> Parts)
{
    public static IReadOnlyList<CellBar> Of(SeriesChart chart, ReaderFormat reader)
    {
        var least = Math.Min(0, (double)chart.Values.DefaultIfEmpty().Min());
        var greatest = Math.Max(0, (double)chart.Values.DefaultIfEmpty().Max());
        var scale = new NiceScale(least, least == greatest ? 1 : greatest, 1);
        return
        [
            .. from category in Enumerable.Range(0, chart.Categories.Count)
               from series in Enumerable.Range(0, chart.Series.Count)
               select Of(chart, reader, scale, category, series),
        ];
    }

    private static CellBar Of(SeriesChart chart, ReaderFormat reader, NiceScale scale, int category, int series)
    {
        var value = chart.Series[series].Values[category];
        var number = (double)(value ?? 0);
        var (from, to) = (scale.Share(Math.Min(0, number)), scale.Share(Math.Max(0, number)));
        var label = reader.Text(chart.Categories[category]);
        if (chart.Series.Count > 1)
            label += " · " + reader.Text(chart.Series[series].Name);

        return new CellBar(label, reader.Text(value, chart.Format), number < 0 ? from - to : to - from, Cut(from, to, SeriesLook.Of(series).Color));
    }

    /// <summary>A value other than zero keeps one percent, so that it can be seen.</summary>
    private static IReadOnlyList<BarPart> Cut(double from, double to, string color)
    {
        var filled = to > from ? Math.Max(1, (int)Math.Round((to - from) * 100)) : 0;
        var before = Math.Min((int)Math.Round(from * 100), 100 - filled);
        BarPart[] parts = [new(before, ""), new(filled, color), new(100 - before - filled, "")];
        return [.. parts.Where(p => p.Width > 0)];
    }
}

/// <summary>A cell of a bar.</summary>
/// <param name="Width">Percent of the line, 1 to 100.</param>
/// <param name="Color">Empty where nothing is drawn.</param>
internal sealed record BarPart(int Width, string Color)
{
    public bool IsFilled => Color.Length > 0;
}
