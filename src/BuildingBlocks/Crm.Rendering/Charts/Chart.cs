using Crm.BuildingBlocks;

namespace Crm.Rendering.Charts;

/// <summary>A picture of figures, drawn as SVG on the server: the same figures always give the same bytes.</summary>
/// <param name="Title">Says what is shown; also the picture's accessible name.</param>
/// <remarks>A new kind of chart is a new record with its own drawing; pages, mails and prints need no change.</remarks>
public abstract record Chart(Phrase Title)
{
    /// <summary>One sentence on what the reader should see; also the picture's accessible description.</summary>
    public Phrase? Description { get; init; }

    /// <summary>CSS pixels in which the figures can be read; at a width of 720.</summary>
    public virtual int SuggestedHeight => SvgOptions.Default.Height;

    /// <summary>The picture as one well-formed <c>svg</c> element.</summary>
    public string ToSvg(ReaderFormat reader, SvgOptions? options = null)
    {
        var svg = new SvgCanvas(options ?? SvgOptions.Default with { Height = SuggestedHeight });
        svg.Begin(reader, Title, Description);
        Draw(svg, reader);
        return svg.End();
    }

    /// <summary>The same figures as a table, for readers who cannot see the picture and media that cannot show it.</summary>
    public abstract ReportTable ToTable();

    internal abstract void Draw(SvgCanvas svg, ReaderFormat reader);
}

/// <summary>How large a picture is and how its parts are named.</summary>
/// <param name="Width">CSS pixels, at least 200.</param>
/// <param name="Height">CSS pixels, at least 120.</param>
/// <param name="IdPrefix">Begins every id in the picture; must differ between pictures of one page, or titles would be mixed up.</param>
public sealed record SvgOptions(int Width = 720, int Height = 300, string IdPrefix = "chart")
{
    public static readonly SvgOptions Default = new();

    /// <summary>Draws the title into the picture, for pictures that stand alone.</summary>
    public bool ShowTitle { get; init; }
}

/// <summary>One row of figures in a chart.</summary>
/// <param name="Name">Shown in the legend.</param>
/// <param name="Values">One per category; null where there is no figure, which is not zero.</param>
public sealed record ChartSeries(Phrase Name, IReadOnlyList<decimal?> Values);

/// <summary>A chart of one or more series over common categories.</summary>
/// <param name="Title">Says what is shown.</param>
/// <param name="Categories">Labels in the order of the axis.</param>
/// <param name="Series">Each with one value per category.</param>
/// <param name="Format">What the values are; decides the labels of the value axis.</param>
public abstract record SeriesChart(Phrase Title, IReadOnlyList<Phrase> Categories, IReadOnlyList<ChartSeries> Series, ValueFormat Format) : Chart(Title)
{
    private static readonly Phrase NoCategory = new("", "");

    public IReadOnlyList<ChartSeries> Series { get; init; } = Series.All(s => s.Values.Count == Categories.Count)
        ? Series
        : throw new ArgumentException("Every series has one value per category.", nameof(Series));

    internal IEnumerable<decimal> Values => Series.SelectMany(s => s.Values).OfType<decimal>();

    internal bool IsEmpty => !Values.Any();

    public override ReportTable ToTable() => new(
        Title,
        [new ReportColumn("category", NoCategory, ValueFormat.Text), .. Series.Select((s, i) => new ReportColumn($"series{i + 1}", s.Name, Format))],
        [.. Categories.Select((category, i) => (IReadOnlyList<object?>)[category, .. Series.Select(s => (object?)s.Values[i])])]);

    /// <summary>What a reader is told about one point, on hovering and by a screen reader.</summary>
    internal string PointText(ReaderFormat reader, int series, int category)
    {
        var value = Series[series].Values[category];
        var name = Series.Count > 1 ? $"{reader.Text(Categories[category])}, {reader.Text(Series[series].Name)}" : reader.Text(Categories[category]);
        var unit = ReaderFormat.Unit(Format) is { } currency ? $" {currency}" : "";
        return $"{name}: {reader.Text(value, Format)}{unit}";
    }
}
