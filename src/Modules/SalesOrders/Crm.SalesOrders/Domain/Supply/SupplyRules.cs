using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Supply;

/// <summary>The rules of buying. The codes are public and never change.</summary>
internal static class SupplyRules
{
    public static readonly Rule SupplierCodeTaken = new(
        "sales-orders.supplier-code-taken", "The code {0} belongs to another supplier.", "供应商代码 {0} 已被使用。");

    public static readonly Rule SupplierUnknown = new(
        "sales-orders.supplier-unknown", "There is no supplier {0}.", "供应商 {0} 不存在。");

    public static readonly Rule SupplierInactive = new(
        "sales-orders.supplier-inactive", "Nothing is bought from the supplier {0} any more.", "供应商 {0} 已停用。");

    public static readonly Rule SupplyOrderNotDraft = new(
        "sales-orders.supply-order-not-draft", "The supply order {0} is no longer a draft.", "采购单 {0} 已不是草稿。");

    public static readonly Rule SupplyOrderNotOpen = new(
        "sales-orders.supply-order-not-open", "Nothing is expected from the supply order {0}: it is a draft, or over.", "采购单 {0} 没有待收货物：仍是草稿或已结束。");

    public static readonly Rule SupplyOrderIsOver = new(
        "sales-orders.supply-order-is-over", "The supply order {0} is over.", "采购单 {0} 已结束。");

    public static readonly Rule RuleTaken = new(
        "sales-orders.replenishment-rule-taken", "{0} has a rule for the warehouse {1} already: change that one.", "{0} 在仓库 {1} 已有补货规则：请修改该规则。");

    public static readonly Rule MaximumBelowMinimum = new(
        "sales-orders.maximum-below-minimum", "The maximum of {0} must be more than the reorder point of {1}.", "上限 {0} 必须大于补货点 {1}。");
}
