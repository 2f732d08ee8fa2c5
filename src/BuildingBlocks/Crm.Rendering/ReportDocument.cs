using Crm.BuildingBlocks;
using Crm.Rendering.Charts;

namespace Crm.Rendering;

/// <summary>A report as data: the same document becomes a page, a print, a workbook or a mail, in either language.</summary>
/// <param name="Title">Heading of the page and subject of the mail.</param>
/// <param name="Subtitle">Period, filter, unit: what the figures cover.</param>
/// <param name="Sections">In reading order.</param>
public sealed record ReportDocument(Phrase Title, Phrase? Subtitle, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>Whose report it is; shown above the title.</summary>
    public Phrase? Issuer { get; init; }

    /// <summary>When the figures were read; shown in the reader's time zone.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Definitions and reservations, numbered below the report.</summary>
    public IReadOnlyList<Phrase> Footnotes { get; init; } = [];

    public IEnumerable<ReportTable> Tables => Sections.OfType<TableSection>().Select(s => s.Table);
}

/// <summary>One part of a report.</summary>
public abstract record ReportSection;

/// <summary>The few figures a reader should see first.</summary>
public sealed record FiguresSection(IReadOnlyList<KeyFigure> Figures) : ReportSection;

public sealed record ChartSection(Chart Chart) : ReportSection;

public sealed record TableSection(ReportTable Table) : ReportSection;

public sealed record TextSection(Phrase? Heading, IReadOnlyList<Phrase> Paragraphs) : ReportSection;

/// <summary>A headline figure.</summary>
/// <param name="Name">What it measures.</param>
/// <param name="Value">As in <see cref="ReportTable.Rows"/>.</param>
/// <param name="Format">How it is shown.</param>
public sealed record KeyFigure(Phrase Name, object? Value, ValueFormat Format)
{
    /// <summary>Change as a fraction of the figure it is compared with: 0.05 is shown as ▲ 5.0%.</summary>
    public decimal? Change { get; init; }

    /// <summary>What <see cref="Change"/> compares with: <c>previous month</c>.</summary>
    public Phrase? ComparedWith { get; init; }

    /// <summary>True where less is better, such as late orders: the change is then coloured the other way round.</summary>
    public bool LessIsBetter { get; init; }
}
