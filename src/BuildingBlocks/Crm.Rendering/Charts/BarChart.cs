using Crm.BuildingBlocks;

namespace Crm.Rendering.Charts;

/// <summary>Bars from a common zero line, so that lengths may be compared. Several series stand beside each other.</summary>
public sealed record BarChart(Phrase Title, IReadOnlyList<Phrase> Categories, IReadOnlyList<ChartSeries> Series, ValueFormat Format)
    : SeriesChart(Title, Categories, Series, Format)
{
    /// <summary>Lying bars leave room for long labels: right for rankings, while upright ones are right for time.</summary>
    public bool Horizontal { get; init; }

    /// <summary>Lying bars need a line of text each, however many there are.</summary>
    public override int SuggestedHeight => Horizontal && !IsEmpty
        ? Math.Max(140, 50 + (Categories.Count * Math.Max(18, (14 * Series.Count) + 8)))
        : base.SuggestedHeight;

    internal override void Draw(SvgCanvas svg, ReaderFormat reader)
    {
        if (IsEmpty)
            svg.NoData(reader);
        else if (Horizontal)
            new LyingBars(svg, this, reader).Draw();
        else
            new UprightBars(svg, this, reader).Draw();
    }
}
