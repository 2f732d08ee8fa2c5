using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.SalesOrders.Application;

/// <summary>What administrators decide about money and returns.</summary>
internal static class SalesSettings
{
    public const string RefundBeforeReceipt = "sales-orders.refund-before-receipt";
    public const string InvoiceOrdered = "sales-orders.invoice-ordered";
    public const string FiscalYearStart = "sales-orders.fiscal-year-start";
    public const string PaymentDays = "sales-orders.payment-days";
    public const string Prepaid = "sales-orders.prepaid";
    public const string CreditAtShipping = "sales-orders.credit-at-shipping";
    public const string CostIsLast = "sales-orders.cost-is-last";
    public const string ArchiveAfterDays = "sales-orders.archive-after-days";

    /// <summary>The longest time until an invoice is due.</summary>
    public const int MostPaymentDays = 365;

    private const int MostArchiveDays = 3650;

    public static void Declare(IServiceCollection services)
    {
        services.AddSingleton(new SettingDefinition(RefundBeforeReceipt, SettingKind.YesNo, "false", new Phrase(
            "Credit goods as soon as their return is approved, before they are back", "退货一经批准即退款，无需等待收货")));
        services.AddSingleton(new SettingDefinition(CreditAtShipping, SettingKind.YesNo, "false", new Phrase(
            "Compare with the credit limit when goods are shipped; otherwise when the order is confirmed", "发货时检查信用额度；否则在确认订单时检查")));
        services.AddSingleton(new SettingDefinition(InvoiceOrdered, SettingKind.YesNo, "false", new Phrase(
            "Invoice what was ordered; otherwise what was shipped", "按订购数量开票；否则按发货数量开票")));
        services.AddSingleton(new SettingDefinition(Prepaid, SettingKind.YesNo, "false", new Phrase(
            "Ship orders only as far as they are paid, where the order does not say otherwise", "订单未另作说明时，仅按已付款金额发货")));
        services.AddSingleton(new SettingDefinition(CostIsLast, SettingKind.YesNo, "false", new Phrase(
            "The last purchase price is the current cost of a product; otherwise the moving average of its stock", "以最近采购价作为产品当前成本；否则按库存移动平均")));
        services.AddSingleton(new SettingDefinition(FiscalYearStart, SettingKind.Number, "1", new Phrase(
            "Month in which the fiscal year begins: numbers of invoices start again", "会计年度起始月份：发票编号从该月重新开始"))
        {
            Range = (1, 12),
        });
        services.AddSingleton(new SettingDefinition(PaymentDays, SettingKind.Number, "30", new Phrase(
            "Days until an invoice is due, for customers without terms of their own", "发票到期天数，适用于没有单独约定账期的客户"))
        {
            Range = (0, MostPaymentDays),
        });
        services.AddSingleton(new SettingDefinition(ArchiveAfterDays, SettingKind.Number, "365", new Phrase(
            "Days after which an ended order is put away if nothing happened to it; 0: never", "已结束的订单在多少天内无变动后自动归档；0 表示不归档"))
        {
            Range = (0, MostArchiveDays),
        });
    }
}
