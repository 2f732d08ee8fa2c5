using Crm.BuildingBlocks;

namespace Crm.Rendering.Charts;

/// <summary>Developments over time. A missing value interrupts the line.</summary>
public sealed record LineChart(Phrase Title, IReadOnlyList<Phrase> Categories, IReadOnlyList<ChartSeries> Series, ValueFormat Format)
    : SeriesChart(Title, Categories, Series, Format)
{
    /// <summary>False lets the value axis begin near the smallest value, where changes matter more than size.</summary>
    public bool FromZero { get; init; } = true;

    internal override void Draw(SvgCanvas svg, ReaderFormat reader)
    {
        if (IsEmpty)
            svg.NoData(reader);
        else
            new Lines(svg, this, reader).Draw();
    }
}
