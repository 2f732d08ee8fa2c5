using Crm.BuildingBlocks;

namespace Crm.Rendering;

/// <summary>The few words that the renderers themselves put into a report.</summary>
internal static class Words
{
    public static readonly Phrase AsOf = new("Figures as of {0}", "数据截至 {0}");
    public static readonly Phrase MoreRows = new("… and {0} more rows in the full report", "…… 其余 {0} 行见完整报表");
    public static readonly Phrase Notes = new("Notes", "说明");
    public static readonly Phrase NoRows = new("No data", "暂无数据");
    public static readonly Phrase Figures = new("Key figures", "关键指标");

    /// <summary>The direction by an arrow and not by colour alone: ▲ 5.0%.</summary>
    public static string Change(decimal change, ReaderFormat reader)
    {
        var arrow = change > 0 ? "▲ " : change < 0 ? "▼ " : "";
        return arrow + reader.Text(Math.Abs(change), ValueFormat.Percent());
    }

    /// <summary>1 where a change is welcome, -1 where it is not, 0 where there is none.</summary>
    public static int Welcome(KeyFigure figure) => Math.Sign(figure.Change ?? 0) * (figure.LessIsBetter ? -1 : 1);

    public static string AsOfText(DateTimeOffset madeAt, ReaderFormat reader) => AsOf.In(reader.Language, reader.Instant(madeAt));
}
