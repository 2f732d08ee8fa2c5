using Crm.BuildingBlocks;

namespace Crm.Reporting.Domain.Schedules;

/// <summary>What becomes of a slot that nobody was there for.</summary>
internal enum MissedRuns
{
    /// <summary>The latest one is sent late; those before it are not.</summary>
    [Label("Send the latest one late", "补发最近一次")]
    SendLatest,

    [Label("Skip", "跳过")]
    Skip,
}

/// <summary>The file that goes with the mail.</summary>
internal enum Attachment
{
    [Label("None", "无")]
    None,
    [Label("CSV", "CSV")]
    Csv,
    [Label("Workbook", "工作簿")]
    Xlsx,
}

/// <summary>Why a run is there.</summary>
internal enum RunKind
{
    [Label("Scheduled", "按计划")]
    Scheduled,
    [Label("Run now", "立即运行")]
    Manual,
}
