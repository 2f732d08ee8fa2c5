using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Rules of closing and archiving.</summary>
internal static partial class SalesOrdersRules
{
    public static readonly Rule OrderEmpty = new(
        "sales-orders.order-empty", "The order has no lines: say first what is sold.", "订单没有明细行：请先填写所售内容。");
    public static readonly Rule NothingShipped = new(
        "sales-orders.nothing-shipped", "Nothing was shipped or accepted: cancel the order instead.", "尚未发货或验收：请改为取消订单。");
    public static readonly Rule OrderUnderWay = new(
        "sales-orders.order-under-way", "The order is under way: completed, cancelled and expired orders are archived.", "订单仍在进行中：只有已完成、已取消或已过期的订单可以归档。");
    public static readonly Rule OrderNotBalanced = new(
        "sales-orders.order-not-balanced", "The customer owes something, or is owed something: settle that first.", "客户仍有欠款或应退款：请先结清。");
    public static readonly Rule OrderHasClaims = new(
        "sales-orders.order-has-claims", "A refund or a return of the order is not ended: end it first.", "订单有未完结的退款或退货：请先完结。");
    public static readonly Rule OrderPartlyInvoiced = new(
        "sales-orders.order-partly-invoiced", "The invoices do not say what the order says: issue what is missing first.", "发票与订单不一致：请先补开。");
    public static readonly Rule OrderArchived = new(
        "sales-orders.order-archived", "The order is in the archive already.", "订单已归档。");
    public static readonly Rule OrderNotArchived = new(
        "sales-orders.order-not-archived", "The order is not in the archive.", "订单未归档。");
}
