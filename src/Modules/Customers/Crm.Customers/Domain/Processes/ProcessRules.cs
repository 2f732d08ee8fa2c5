using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>Every rule of sales processes that a caller can break, with the code it is known by.</summary>
internal static class ProcessRules
{
    public static readonly Rule NotDraft = new(
        "customers.process-not-draft", "Only a draft is changed or published. Make a new version.", "只有草稿可以修改或发布，请新建版本。");

    public static readonly Rule NotPublished = new(
        "customers.process-not-published", "Only a published version is retired.", "只有已发布的版本可以停用。");

    public static readonly Rule DraftThere = new(
        "customers.process-draft-there", "There is a draft of '{0}' already. Change or publish that one.", "'{0}' 已有草稿，请修改或发布该草稿。");

    public static readonly Rule Unknown = new(
        "customers.process-unknown", "There is no published process '{0}'.", "没有已发布的流程 '{0}'。");

    public static readonly Rule AlreadyOpen = new(
        "customers.process-already-open", "The customer is in the process '{0}' already, and it allows no second one.", "该客户已在流程 '{0}' 中，且该流程不允许同时进行多个。");

    public static readonly Rule Over = new(
        "customers.process-over", "The process is over. Start another one.", "流程已结束，请另行启动。");

    public static readonly Rule NoSuchWay = new(
        "customers.process-way-unknown", "The process has no transition '{0}'.", "流程中没有转移 '{0}'。");

    public static readonly Rule NotHere = new(
        "customers.process-elsewhere", "'{0}' leads from '{1}', but the process is at '{2}' now.", "'{0}' 从 '{1}' 出发，但流程当前位于 '{2}'。");

    public static readonly Rule SalesTells = new(
        "customers.process-waits", "'{0}' is taken by itself when sales tells: {1}.", "'{0}' 在销售通知“{1}”时自动执行。");

    public static readonly Rule GuardFails = new(
        "customers.process-guard-fails", "'{0}' is closed unless: {1}.", "'{0}' 不可执行，除非：{1}。");

    public static readonly Rule FieldsMissing = new(
        "customers.process-fields-missing", "'{0}' needs: {1}.", "'{0}' 需要：{1}。");

    public static readonly Rule PermissionMissing = new(
        "customers.process-permission-missing", "'{0}' is for callers with the permission '{1}'.", "'{0}' 仅限拥有权限 '{1}' 的用户。");

    public static readonly Rule ValueUnfit = new(
        "customers.process-value-unfit", "'{0}' is no field of the process, or '{1}' is nothing that can be written there.", "'{0}' 不是流程字段，或 '{1}' 不符合其类型。");

    public static readonly Rule OrderTaken = new(
        "customers.process-order-taken", "The order belongs to another instance of this process already, or this one has another order.", "该订单已属于此流程的另一实例，或此实例已有其他订单。");

    public static readonly Rule OrderOfAnother = new(
        "customers.process-order-of-another", "The order is another customer's. Give one of this customer.", "该订单属于其他客户，请填写该客户的订单。");

    public static readonly Rule NodeGone = new(
        "customers.process-node-gone", "It is at '{0}', which this version does not have: take it further first.", "当前位于 '{0}'，该版本没有此节点，请先推进。");

    public static readonly Rule NodeOther = new(
        "customers.process-node-other", "It is at '{0}', which is '{1}' and in this version '{2}': take it further first.", "当前位于 '{0}'，类型为“{1}”，在该版本中为“{2}”，请先推进。");

    public static readonly Rule FieldOther = new(
        "customers.process-field-other", "What was written in '{0}' does not fit that field in this version.", "'{0}' 中已填写的内容不符合该版本的字段类型。");
}
