using Crm.BuildingBlocks;

namespace Crm.Reporting.Domain;

/// <summary>Every rule of this module that a caller can break, with the code it is known by.</summary>
internal static class ReportingRules
{
    public static readonly Rule AlreadyPaused = new("reporting.already-paused", "The schedule is paused already.", "该计划已暂停。");

    public static readonly Rule NotPaused = new("reporting.not-paused", "The schedule is not paused, so there is nothing to resume.", "该计划未暂停，无需恢复。");

    public static readonly Rule AlreadySubscribed = new(
        "reporting.already-subscribed", "This user has subscribed to the schedule already. End that subscription first.", "该用户已订阅此计划，请先结束原订阅。");

    public static readonly Rule RebuildOvertaken = new(
        "reporting.rebuild-overtaken", "Another rebuild of the facts has begun since, so this one ends.", "之后已开始另一次重建，本次重建终止。");
}
