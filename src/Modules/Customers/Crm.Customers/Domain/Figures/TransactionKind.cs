using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Figures;

/// <summary>What happened between a customer and the company.</summary>
internal enum TransactionKind
{
    [Label("Order", "订单")]
    Order,
    [Label("Change of an order", "订单变更")]
    OrderChange,
    [Label("Cancellation", "取消")]
    Cancellation,
    [Label("Delivery", "交付")]
    Delivery,
    [Label("Return of goods", "退货")]
    Return,
    [Label("Invoice", "发票")]
    Invoice,
    [Label("Credit note", "贷记单")]
    CreditNote,
    [Label("Payment", "收款")]
    Payment,
    [Label("Taken back by the bank", "银行拒付")]
    ChargeBack,
    [Label("Refund", "退款")]
    Refund,

    /// <summary>Less is owed for goods that came back, shipping or goodwill; negative where that is taken back.</summary>
    [Label("Credit", "冲减应收")]
    Credit,
    [Label("Write-off", "坏账核销")]
    WriteOff,
    [Label("Owed again", "恢复应收")]
    Recovery,
}
