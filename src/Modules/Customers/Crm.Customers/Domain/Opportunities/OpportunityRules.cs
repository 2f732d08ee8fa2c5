using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Opportunities;

/// <summary>Every rule of opportunities that a caller can break, with the code it is known by.</summary>
internal static class OpportunityRules
{
    public static readonly Rule PipelineUnknown = new(
        "customers.pipeline-unknown",
        "There is no pipeline '{0}' that takes opportunities. Leave it out for the usual one.",
        "没有可用的销售管道 '{0}'。省略则使用默认管道。");

    public static readonly Rule PipelineTaken = new(
        "customers.pipeline-taken", "There is a pipeline '{0}' already. Choose another code.", "销售管道 '{0}' 已存在，请换一个代码。");

    public static readonly Rule StageUnknown = new(
        "customers.stage-unknown", "There is no stage '{0}' in the pipeline '{1}'.", "销售管道 '{1}' 中没有阶段 '{0}'。");

    public static readonly Rule StageInUse = new(
        "customers.stage-in-use",
        "Open opportunities are in the stage '{0}'. Move them before you take it away.",
        "阶段 '{0}' 中仍有进行中的商机，请先移动这些商机再删除该阶段。");

    public static readonly Rule DefaultNeeded = new(
        "customers.pipeline-default-needed",
        "New opportunities need a usual pipeline that takes them: make another one the default instead.",
        "必须有一个启用的默认销售管道：请改为将另一个管道设为默认。");

    public static readonly Rule ReasonUnknown = new(
        "customers.outcome-reason-unknown",
        "There is no reason '{0}' for this outcome that may be given. List the reasons and choose one.",
        "此结果没有可用的原因 '{0}'。请从原因列表中选择。");

    public static readonly Rule ReasonTaken = new(
        "customers.outcome-reason-taken", "There is a reason '{0}' for this outcome already. Choose another code.", "此结果的原因 '{0}' 已存在，请换一个代码。");

    public static readonly Rule Closed = new(
        "customers.opportunity-closed",
        "The opportunity is won or lost and stays as it is. Reopen it first.",
        "商机已赢单或输单，不可更改。请先重新打开。");

    public static readonly Rule NotClosed = new(
        "customers.opportunity-open", "The opportunity is open, so there is nothing to reopen.", "商机仍在进行中，无需重新打开。");

    public static readonly Rule NotDeleted = new(
        "customers.opportunity-not-deleted", "The opportunity is not deleted, so there is nothing to restore.", "该商机未被删除，无需恢复。");

    public static readonly Rule WonStays = new(
        "customers.opportunity-won",
        "A won opportunity is not deleted: sales works with what came of it. Reopen it first.",
        "赢单商机不可删除，销售已据此开展工作。请先重新打开。");
}
