using Crm.BuildingBlocks;

namespace Crm.Planning.Domain;

/// <summary>Every rule of this module that a caller can break, with the code it is known by.</summary>
internal static class PlanningRules
{
    public static readonly Rule PlanNotDraft = new(
        "planning.plan-not-draft",
        "The plan is no longer a draft. Only a draft can be submitted, deleted or planned anew; begin a revision to plan an approved one anew.",
        "该计划已不是草稿。只有草稿才能提交、删除或重新编制；已批准的计划请新建修订版。");

    public static readonly Rule PlanNotApproved = new(
        "planning.plan-not-approved",
        "Only an approved plan can be activated, and only an approved or active one closed.",
        "只有已批准的计划才能启用，只有已批准或执行中的计划才能关闭。");

    public static readonly Rule PlanInReview = new(
        "planning.plan-in-review", "The plan is in review. Return it to its owner before it is changed.", "该计划正在审核。请先退回再修改。");

    public static readonly Rule PlanNotInReview = new(
        "planning.plan-not-in-review", "The plan is not in review, so there is nothing to return.", "该计划不在审核中，无需退回。");

    public static readonly Rule PeriodNotBegun = new(
        "planning.period-not-begun", "The plan's period begins on {0:yyyy-MM-dd}; it cannot be activated before.", "计划期间自 {0:yyyy-MM-dd} 开始，在此之前不能启用。");

    public static readonly Rule NothingToRevise = new(
        "planning.nothing-to-revise", "The plan was not approved yet: change it as it is.", "该计划尚未批准，可直接修改。");

    public static readonly Rule MixNotWhole = new(
        "planning.mix-not-whole", "The shares of the channels sum to {0}; they must sum to 1.", "各渠道占比之和为 {0}，应为 1。");

    public static readonly Rule BudgetTooFine = new(
        "planning.budget-too-fine", "The budget line {0} has at most {1} decimals here; {2} has more.", "预算项 {0} 最多 {1} 位小数，{2} 超出。");

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

    public static readonly Rule ParentUnknown = new(
        "planning.parent-unknown",
        "The target for {0} of {1} would be part of one for {2}, which the plan does not have.",
        "{1} 的 {0} 目标的上级为 {2} 的目标，而计划中没有该目标。");

    public static readonly Rule TargetInCircle = new(
        "planning.target-in-circle", "The target for {0} of {1} would be a part of itself.", "{1} 的 {0} 目标不能从属于自身。");

    public static readonly Rule PartsOfTwoKinds = new(
        "planning.parts-of-two-kinds",
        "The target for {0} of {1} would have parts of several scopes, which would count the same sales twice. Choose one scope.",
        "{1} 的 {0} 目标的下级属于多种范围，会重复计算。请只选一种。");

    public static readonly Rule PartsDoNotSum = new(
        "planning.children-do-not-sum",
        "In {2:yyyy-MM} the target for {0} of {1} is {3}, and its parts sum to {4}, which is further apart than the settings allow.",
        "{2:yyyy-MM} 月 {1} 的 {0} 目标为 {3}，其下级合计为 {4}，超出允许的偏差。");

    public static readonly Rule TargetWithoutParts = new(
        "planning.target-without-children", "No target is part of this one, so there is nothing to add up.", "该目标没有下级，无法汇总。");

    public static readonly Rule NothingSold = new(
        "planning.nothing-sold", "Nothing was sold in {0:yyyy-MM} to {1:yyyy-MM} that targets could be made of.", "{0:yyyy-MM} 至 {1:yyyy-MM} 没有可作为依据的销售。");

    public static readonly Rule SalesHidden = new(
        "planning.sales-hidden",
        "The period holds orders that you may not see, so it cannot be divided by what persons or units sold. Give the shares yourself.",
        "该期间包含您无权查看的订单，不能按个人或部门的销售划分。请自行填写占比。");

    public static readonly Rule OtherCurrency = new(
        "planning.other-currency", "The other plan is in {0}, this one in {1}: amounts cannot be copied.", "来源计划币种为 {0}，本计划为 {1}，金额不能复制。");

    public static readonly Rule TargetNotRemovable = new(
        "planning.target-not-removable",
        "An approved plan keeps its targets: {0} of {1} would be missing. Set its months to 0 instead.",
        "已批准的计划须保留其目标：缺少 {1} 的 {0} 目标。可将其各月设为 0。");
}
