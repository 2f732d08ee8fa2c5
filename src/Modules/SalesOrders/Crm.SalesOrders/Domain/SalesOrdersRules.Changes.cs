using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Rules of changes after the confirmation.</summary>
internal static partial class SalesOrdersRules
{
    public static readonly Rule ChangeDecided = new(
        "sales-orders.change-decided", "The change was accepted or rejected already: propose another.", "该变更已被接受或拒绝：请另行提议。");

    public static readonly Rule ChangeBelowShipped = new(
        "sales-orders.change-below-shipped", "{1} units of {0} were shipped or accepted already: they cannot become {2}.", "{0} 已发货或验收 {1} 件，不能改为 {2} 件。");

    public static readonly Rule ChangeLeavesNothing = new(
        "sales-orders.change-leaves-nothing", "Nothing would be left of the order: cancel it instead.", "变更后订单将为空：请改为取消订单。");

    public static readonly Rule ChangeOfGift = new(
        "sales-orders.change-of-gift", "{0} is given along: it follows from what is bought.", "{0} 是赠品，随购买内容而定。");

    public static readonly Rule ChangeAfterCredit = new(
        "sales-orders.change-after-credit", "Something of the order was credited, so its prices are fixed: place another order.", "订单已有贷记，价格不能再变：请另下订单。");

    public static readonly Rule OrderCompleted = new(
        "sales-orders.order-completed", "The order is completed: place another.", "订单已完成：请另下订单。");

    public static readonly Rule ChangeNeedsApproval = new(
        "sales-orders.change-needs-approval", "The change has to be approved first, by somebody else than who proposed it ({0}).", "变更须先由提议者以外的有权者审批（{0}）。");
}
