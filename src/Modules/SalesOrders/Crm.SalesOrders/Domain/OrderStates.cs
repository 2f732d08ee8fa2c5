using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal enum OrderState
{
    [Label("Draft", "草稿")]
    Draft,
    [Label("Quoted", "已报价")]
    Quoted,
    [Label("Submitted", "已提交")]
    Submitted,
    [Label("Pending approval", "待审批")]
    PendingApproval,
    [Label("Confirmed", "已确认")]
    Confirmed,
    [Label("Completed", "已完成")]
    Completed,
    [Label("Cancelled", "已取消")]
    Cancelled,
    [Label("Expired", "已过期")]
    Expired,
}

/// <summary>Derived from the quantities of the lines.</summary>
internal enum FulfilmentState
{
    [Label("Nothing shipped", "未发货")]
    None,
    [Label("Partly shipped", "部分发货")]
    Partial,
    [Label("Shipped", "已发货")]
    Full,
    [Label("Partly returned", "部分退货")]
    PartlyReturned,
    [Label("Returned", "已退货")]
    Returned,
    [Label("Delivered", "已送达")]
    Delivered,
}

/// <summary>How far an order is shipped before it is paid.</summary>
internal enum PaymentPolicy
{
    [Label("On credit", "赊销")]
    OnCredit,

    /// <summary>Goods and services go no further than they are paid.</summary>
    [Label("Prepaid", "预付")]
    Prepaid,
}

/// <summary>Derived from the entries of payments and what is owed; a cancelled order owes nothing.</summary>
internal enum PaymentState
{
    [Label("Unpaid", "未付款")]
    Unpaid,
    [Label("Authorised", "已授权")]
    Authorised,
    [Label("Partly paid", "部分付款")]
    PartlyPaid,
    [Label("Paid", "已付款")]
    Paid,
    [Label("Overpaid", "多付款")]
    Overpaid,
    [Label("Partly refunded", "部分退款")]
    PartlyRefunded,
    [Label("Refunded", "已退款")]
    Refunded,
}

/// <summary>Derived from the invoices and credit notes and what is owed.</summary>
internal enum InvoicingState
{
    [Label("Not invoiced", "未开票")]
    NotInvoiced,
    [Label("Partly invoiced", "部分开票")]
    PartlyInvoiced,
    [Label("Fully invoiced", "已全部开票")]
    FullyInvoiced,
}

/// <summary>One word for those who want one: sums up the other three states.</summary>
internal enum OrderStatus
{
    [Label("Draft", "草稿")]
    Draft,
    [Label("Quoted", "已报价")]
    Quoted,
    [Label("Pending", "待确认")]
    Pending,
    [Label("Confirmed", "已确认")]
    Confirmed,
    [Label("Shipped", "已发货")]
    Shipped,
    [Label("Completed", "已完成")]
    Completed,
    [Label("Cancelled", "已取消")]
    Cancelled,
    [Label("Expired", "已过期")]
    Expired,
    [Label("Returned", "已退货")]
    Returned,
    [Label("Delivered", "已送达")]
    Delivered,
}
