using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

/// <summary>The way of working that every installation begins with.</summary>
internal static class FirstProcess
{
    public const string Code = "sale";

    public static readonly Phrase Names = new("Sale", "销售");

    public static readonly ProcessGraph Graph = new(
        [
            new("start", NodeKind.Start, new("Start", "开始")),
            new("visit", NodeKind.Task, new("Visit", "拜访")),
            new("quote", NodeKind.Wait, new("Quote", "报价")),
            new("order", NodeKind.Wait, new("Order", "订单")),
            new("payment", NodeKind.Wait, new("Payment", "付款")),
            new("delivery", NodeKind.Wait, new("Delivery", "交付")),
            new("content", NodeKind.Wait, new("Afterwards", "售后")),
            new("refund", NodeKind.Wait, new("Refund", "退款")),
            new("closed", NodeKind.End, new("Closed", "已完成")),
            new("lost", NodeKind.End, new("Lost", "已流失")),
        ],
        [
            new("begin", "start", "visit", new("Begin", "开始")),
            new("visited", "visit", "quote", new("Interested", "有意向"), RequiredFields: ["data.visitedOn"], LimitWorkingDays: 10),
            new("not-interested", "visit", "lost", new("Not interested", "无意向")),
            new("quoted", "quote", "order", new("Quote sent", "已报价"), On: "quoteSent"),
            new("ordered-at-once", "quote", "payment", new("Ordered without a quote", "直接下单"), On: "orderConfirmed"),
            new("goes-without-quote", "quote", "order", new("Wants no quote", "无需报价"), LimitWorkingDays: 5),
            new("declined", "quote", "lost", new("Declined", "已拒绝")),
            new("confirmed", "order", "payment", new("Order confirmed", "订单已确认"), On: "orderConfirmed"),
            new("expired", "order", "quote", new("Quote expired", "报价过期"), On: "quoteExpired"),
            new("cancelled", "order", "lost", new("Order cancelled", "订单已取消"), On: "orderCancelled"),
            new("no-order", "order", "lost", new("Ordered nothing", "未下单"), LimitWorkingDays: 20),
            new("paid", "payment", "delivery", new("Paid in full", "已付清"), Owes(GuardOperator.AtMost), On: "paymentCaptured"),
            new("completed-unasked", "payment", "content", new("Order completed", "订单已完成"), On: "orderCompleted"),
            new("cancelled-unpaid", "payment", "lost", new("Order cancelled", "订单已取消"), On: "orderCancelled"),
            new("pays-later", "payment", "delivery", new("Pays later", "赊销"), Permission: "sales-orders.credit.allow", LimitWorkingDays: 30),
            new("delivered", "delivery", "content", new("All delivered", "全部送达"), Comes(true), On: "shipmentDelivered"),
            new("completed", "delivery", "content", new("Order completed", "订单已完成"), On: "orderCompleted"),
            new("cancelled-paid", "delivery", "refund", new("Order cancelled", "订单已取消"), On: "orderCancelled"),
            new("handed-over", "delivery", "content", new("Handed over", "已当面交付"), LimitWorkingDays: 15),
            new("returned", "content", "refund", new("Goods came back", "收到退货"), On: "returnReceived"),
            new("refunded-at-once", "content", "closed", new("Refunded", "已退款"), On: "refundSettled"),
            new("satisfied", "content", "closed", new("Satisfied", "客户满意"), LimitWorkingDays: 20),
            new("refunded", "refund", "closed", new("Refunded", "已退款"), On: "refundSettled"),
            new("no-refund", "refund", "closed", new("Nothing to refund", "无需退款"), LimitWorkingDays: 5),
        ],
        [
            new("visitedOn", new("visited on", "拜访日期"), FieldKind.Date),
            new("outcome", new("outcome of the visit", "拜访结果"), FieldKind.Text),
        ]);

    private static Guard Owes(GuardOperator comparison) => new(Field: KnownFields.BalanceAfter, Is: comparison, Values: ["0"]);

    private static Guard Comes(bool complete) => new(Field: KnownFields.IsComplete, Is: GuardOperator.Equal, Values: [complete ? "true" : "false"]);
}
