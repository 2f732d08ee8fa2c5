using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

internal enum NodeKind
{
    [Label("Start", "开始")]
    Start,
    [Label("Task", "任务")]
    Task,
    [Label("Decision", "判断")]
    Decision,
    [Label("Wait", "等待")]
    Wait,
    [Label("End", "结束")]
    End,
}

internal enum DefinitionState
{
    [Label("Draft", "草稿")]
    Draft,
    [Label("Published", "已发布")]
    Published,
    [Label("Retired", "已停用")]
    Retired,
}

internal enum ProcessState
{
    [Label("Open", "进行中")]
    Open,
    [Label("Ended", "已结束")]
    Ended,
    [Label("Cancelled", "已取消")]
    Cancelled,
}

/// <summary>What sales may tell, by the names under which waits name it.</summary>
internal enum SalesFact
{
    [Label("A quote was sent", "已发出报价")]
    QuoteSent,
    [Label("A quote expired", "报价已过期")]
    QuoteExpired,
    [Label("An order was submitted", "已提交订单")]
    OrderSubmitted,
    [Label("An order was confirmed", "订单已确认")]
    OrderConfirmed,
    [Label("An order was cancelled", "订单已取消")]
    OrderCancelled,
    [Label("An order was completed", "订单已完成")]
    OrderCompleted,
    [Label("Money came in", "已收款")]
    PaymentCaptured,
    [Label("Goods were delivered", "货物已送达")]
    ShipmentDelivered,
    [Label("Goods came back", "已收到退货")]
    ReturnReceived,
    [Label("Money was paid back", "已退款")]
    RefundSettled,
}

internal enum FieldKind
{
    [Label("Text", "文本")]
    Text,
    [Label("Number", "数字")]
    Number,
    [Label("Yes or no", "是/否")]
    YesNo,
    [Label("Date", "日期")]
    Date,
    [Label("List of texts", "文本列表")]
    Texts,
}

internal enum GuardOperator
{
    [Label("is", "等于")]
    Equal,
    [Label("is not", "不等于")]
    NotEqual,
    [Label("is one of", "属于")]
    OneOf,
    [Label("is less than", "小于")]
    Less,
    [Label("is at most", "不超过")]
    AtMost,
    [Label("is more than", "大于")]
    More,
    [Label("is at least", "不少于")]
    AtLeast,
    [Label("is given", "已填写")]
    Given,
    [Label("is missing", "未填写")]
    Missing,
}
