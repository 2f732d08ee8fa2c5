using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Application.History;

/// <summary>What happened to an order. The sentence of a kind is its label; what stands in braces depends on what happened.</summary>
internal enum HistoryKind
{
    [Label("A draft was written.", "已起草订单。")]
    Drafted,
    [Label("A draft was written for a won opportunity.", "已根据赢单商机起草订单。")]
    DraftedForOpportunity,
    [Label("The draft was changed.", "草稿已修改。")]
    DraftChanged,
    [Label("The draft was deleted.", "草稿已删除。")]
    DraftDeleted,
    [Label("The draft was restored.", "草稿已恢复。")]
    DraftRestored,
    [Label("It was offered to the customer (revision {0}).", "已向客户报价（第 {0} 版）。")]
    Quoted,
    [Label("The quote expired.", "报价已过期。")]
    Expired,
    [Label("The order was submitted.", "订单已提交。")]
    Submitted,
    [Label("What was submitted was taken back: it is a draft again.", "已撤回提交，订单退回草稿。")]
    Withdrawn,
    [Label("The confirmation has to be approved.", "订单确认需要审批。")]
    ApprovalAsked,
    [Label("A step of the approval was agreed to.", "已通过一步审批。")]
    ApprovalStepAgreed,
    [Label("Everybody agreed to the confirmation.", "确认已全部获批。")]
    Approved,
    [Label("The approval was refused: it is a draft again.", "审批被驳回，订单退回草稿。")]
    ApprovalRefused,
    [Label("The order was put on hold.", "订单已被冻结。")]
    Held,
    [Label("A hold was released.", "一项冻结已解除。")]
    Released,
    [Label("It was allowed to go beyond the credit limit.", "已放行超出信用额度的部分。")]
    CreditAllowed,
    [Label("The order was confirmed.", "订单已确认。")]
    Confirmed,
    [Label("A change was proposed.", "已提议变更。")]
    ChangeProposed,
    [Label("A change was accepted.", "变更已被接受。")]
    ChangeAccepted,
    [Label("A change was rejected.", "变更已被拒绝。")]
    ChangeRejected,
    [Label("A step of the approval of a change was agreed to.", "变更已通过一步审批。")]
    ChangeAgreed,
    [Label("{0} units were shipped ({1}).", "已发货 {0} 件（{1}）。")]
    Shipped,
    [Label("A shipment arrived on {0}.", "货物已于 {0} 送达。")]
    Delivered,
    [Label("A shipment was reported lost on {0}.", "货物已于 {0} 报失。")]
    Lost,
    [Label("The customer accepted {0} units of services.", "客户已验收服务 {0} 件。")]
    ServiceAccepted,
    [Label("A payment was authorised.", "付款已授权。")]
    PaymentAuthorised,
    [Label("A payment came in.", "已收到付款。")]
    PaymentCaptured,
    [Label("An authorisation was given back.", "授权已撤销。")]
    PaymentVoided,
    [Label("A payment failed.", "付款失败。")]
    PaymentFailed,
    [Label("The bank took a payment back.", "银行已拒付。")]
    PaymentChargedBack,
    [Label("A refund was asked for.", "已申请退款。")]
    RefundRequested,
    [Label("A refund was approved.", "退款已批准。")]
    RefundApproved,
    [Label("A refund was rejected.", "退款已拒绝。")]
    RefundRejected,
    [Label("A refund was paid.", "退款已支付。")]
    RefundPaid,
    [Label("A refund could not be paid.", "退款支付失败。")]
    RefundFailed,
    [Label("A return of goods was asked for.", "已申请退货。")]
    ReturnRequested,
    [Label("A return was approved.", "退货已批准。")]
    ReturnApproved,
    [Label("A return was rejected.", "退货已拒绝。")]
    ReturnRejected,
    [Label("Returned goods came in.", "已收到退货。")]
    ReturnReceived,
    [Label("Returned goods were inspected.", "退货已检验。")]
    ReturnInspected,
    [Label("A return was closed.", "退货已关闭。")]
    ReturnClosed,
    [Label("The invoice {0} was issued.", "已开具发票 {0}。")]
    Invoiced,
    [Label("The credit note {0} was issued.", "已开具贷记单 {0}。")]
    CreditNoteIssued,
    [Label("The customer was reminded of the invoice {0}.", "已就发票 {0} 催款。")]
    Reminded,
    [Label("The reminder fee {0} was charged.", "已收取催款费 {0}。")]
    FeeCharged,
    [Label("The reminder fee {0} was paid.", "催款费 {0} 已支付。")]
    FeePaid,
    [Label("The reminder fee {0} was waived.", "催款费 {0} 已免除。")]
    FeeWaived,
    [Label("What was not paid was written off.", "未付金额已核销。")]
    WrittenOff,
    [Label("What was written off is expected again.", "已核销金额恢复应收。")]
    Recovered,
    [Label("A note was written.", "已添加备注。")]
    NoteWritten,
    [Label("Everything was shipped and paid: the order is completed.", "货款两清，订单已完成。")]
    Completed,
    [Label("Everything is invoiced and nothing is owed: the order is settled.", "已全部开票且无欠款，订单已结清。")]
    Settled,
    [Label("The order is under way again.", "订单重新处于进行中。")]
    Reopened,
    [Label("The order was cancelled.", "订单已取消。")]
    Cancelled,
    [Label("The order was archived.", "订单已归档。")]
    Archived,
    [Label("The order was taken out of the archive.", "订单已取消归档。")]
    Unarchived,
}
