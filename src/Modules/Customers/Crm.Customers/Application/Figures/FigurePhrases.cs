using Crm.BuildingBlocks;

namespace Crm.Customers.Application.Figures;

/// <summary>What the figures of a customer mean, in words.</summary>
internal static class FigurePhrases
{
    public static readonly Phrase Net = new(
        "Confirmed orders without tax and shipping, less cancellations and credits; a credit takes as much of the net as its order had of it in what the order came to. Write-offs do not change it.",
        "已确认订单的不含税、不含运费金额，减去取消和冲减；冲减按订单净额占总额的比例减少净额。坏账核销不影响净额。");

    public static readonly Phrase OpenBalance = new(
        "What confirmed orders came to, less cancellations, credits and write-offs, less payments that came in, plus what was paid back or taken back by the bank: what Sales Orders calls the balance of its orders. Negative: more came in than is owed, such as money for an order that is not confirmed yet. Reminder fees are not contained.",
        "已确认订单应付总额，减去取消、冲减和核销，减去已收款项，加上已退款或被银行拒付的款项，即销售订单模块所称的订单余额。负数表示收款多于应付，例如尚未确认的订单的预付款。不含催款费用。");

    public static readonly Phrase Average = new("Net divided by the number of orders, rounded to the currency's digits.", "净额除以订单数，按币种小数位舍入。");

    public static readonly Phrase Conversion = new(
        "Amounts in other currencies are converted into that of the company's books by the rate that each order froze; orders without such a rate are left out and counted.",
        "其他币种的金额按各订单冻结的汇率折算为记账本位币；没有汇率的订单不计入金额，但单独计数。");

    public static readonly Phrase AsOf = new(
        "Every line up to and with this business day, and no later one: changes and cancellations count from their own day.",
        "截至该营业日（含）的所有记录；变更和取消自其发生之日起计入。");
}
