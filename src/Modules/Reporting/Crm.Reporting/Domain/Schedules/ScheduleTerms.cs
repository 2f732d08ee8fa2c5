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

/// <summary>Where a delivery is. Taken, uncertain, failed and skipped are final: nothing is sent again by itself.</summary>
internal enum DeliveryState
{
    [Label("Planned", "待发送")]
    Planned,

    /// <summary>Committed before the mail server is spoken to.</summary>
    [Label("Sending", "发送中")]
    Sending,
    [Label("Taken by the mail server", "邮件服务器已接收")]
    Taken,

    /// <summary>Surely not taken; will be tried again.</summary>
    [Label("Not taken yet", "尚未接收，将重试")]
    NotTaken,

    /// <summary>It may or may not have arrived. Sending it again might send it twice.</summary>
    [Label("Uncertain", "结果不确定")]
    Uncertain,

    [Label("Failed", "失败")]
    Failed,
    [Label("Skipped", "已跳过")]
    Skipped,
}

/// <summary>Why a run is there.</summary>
internal enum RunKind
{
    [Label("Scheduled", "按计划")]
    Scheduled,
    [Label("Run now", "立即运行")]
    Manual,
}
