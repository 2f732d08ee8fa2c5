using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Rules of returns and invoices.</summary>
internal static partial class SalesOrdersRules
{
    public static readonly Rule NothingToReturn = new(
        "sales-orders.nothing-to-return", "Nothing of the order was shipped that could come back.", "该订单没有可退的已发货物。");

    public static readonly Rule ReturnsTooMuch = new(
        "sales-orders.returns-too-much", "Only {1} units of {0} can come back, not {2}.", "{0} 最多可退 {1} 件，不能退 {2} 件。");

    public static readonly Rule ReturnElsewhere = new(
        "sales-orders.return-elsewhere", "The return does not stand where this can be done: read its state.", "退货单当前状态不允许此操作：请查看其状态。");

    public static readonly Rule ExchangeForOther = new(
        "sales-orders.exchange-for-other", "An exchange is for the customer who sent the goods back.", "换货订单必须属于退货的客户。");

    public static readonly Rule NothingToInvoice = new(
        "sales-orders.nothing-to-invoice", "Nothing of the order waits to be invoiced.", "该订单没有待开票的内容。");

    public static readonly Rule NothingToCredit = new(
        "sales-orders.nothing-to-credit", "Nothing that stands on invoices of the order has to be credited.", "该订单的发票没有需要冲减的内容。");

    public static readonly Rule RefundUndecided = new(
        "sales-orders.refund-undecided", "A refund of the order is not decided: approve or reject it first.", "该订单有未审批的退款：请先批准或拒绝。");

    public static readonly Rule PdfUnavailable = new(
        "sales-orders.pdf-unavailable", "There is no PDF to be had: no browser is installed where the system runs. Read the document as HTML.", "无法生成 PDF：服务器未安装浏览器。请以 HTML 查看。");

    public static readonly Rule PdfFailed = new(
        "sales-orders.pdf-failed", "The document could not be printed: the browser that prints failed or took too long. Read it as HTML.", "打印失败：打印用浏览器出错或超时。请以 HTML 查看。");
}
