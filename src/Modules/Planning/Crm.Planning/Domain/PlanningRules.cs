using Crm.BuildingBlocks;

namespace Crm.Planning.Domain;

/// <summary>Every rule of this module that a caller can break, with the code it is known by.</summary>
internal static class PlanningRules
{
    public static readonly Rule PlanNotDraft = new(
        "planning.plan-not-draft",
        "The plan is no longer a draft. Only a draft can be approved or deleted, or get another period or currency.",
        "该计划已不是草稿。只有草稿才能批准、删除或更改期间和币种。");

    public static readonly Rule PlanNotApproved = new(
        "planning.plan-not-approved", "Only an approved plan can be closed.", "只有已批准的计划才能关闭。");

    public static readonly Rule PlanClosed = new(
        "planning.plan-closed", "The plan is closed and does not change any more.", "该计划已关闭，不能再修改。");

    public static readonly Rule PlanWithoutTargets = new(
        "planning.plan-without-targets", "A plan without a target cannot be approved: set at least one.", "没有目标的计划不能批准，请至少设置一个目标。");

    public static readonly Rule ReferenceTaken = new(
        "planning.reference-taken", "Another plan already is '{1}' in the system '{0}'.", "系统 '{0}' 中的 '{1}' 已对应另一个计划。");

    public static readonly Rule PlanNotDeleted = new(
        "planning.plan-not-deleted", "The plan is not deleted, so there is nothing to restore.", "该计划未被删除，无需恢复。");

    public static readonly Rule TargetTwice = new(
        "planning.target-twice", "The plan would have two targets for {0} of {1}. Put their months into one.", "计划中 {1} 的 {0} 目标重复，请合并为一个。");

    public static readonly Rule MonthTwice = new(
        "planning.month-twice", "The target for {0} of {1} names the month {2:yyyy-MM} twice.", "{1} 的 {0} 目标中，{2:yyyy-MM} 月重复。");

    public static readonly Rule MonthOutsidePeriod = new(
        "planning.month-outside-period",
        "The month {0:yyyy-MM} lies outside the plan's period, {1:yyyy-MM} to {2:yyyy-MM}.",
        "{0:yyyy-MM} 月不在计划期间 {1:yyyy-MM} 至 {2:yyyy-MM} 之内。");

    public static readonly Rule ValueTooFine = new(
        "planning.value-too-fine", "A target for {0} has at most {1} decimals here; {2} has more.", "{0} 目标最多 {1} 位小数，{2} 超出。");

    public static readonly Rule TargetNotRemovable = new(
        "planning.target-not-removable",
        "An approved plan keeps its targets: {0} of {1} would be missing. Set its months to 0 instead.",
        "已批准的计划须保留其目标：缺少 {1} 的 {0} 目标。可将其各月设为 0。");
}
