using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Accounting;

internal static class AccountingRules
{
    public static readonly Rule NotEndOfMonth = new(
        "sales-orders.not-end-of-month", "Whole months are closed: {0} is not the last day of one.", "只能按整月关账：{0} 不是月末。");

    public static readonly Rule NotBeginOfMonth = new(
        "sales-orders.not-begin-of-month", "Whole months are opened again: {0} is not the first day of one.", "只能按整月反关账：{0} 不是月初。");

    public static readonly Rule ClosedBefore = new(
        "sales-orders.month-closed-before", "Everything before {0} is closed already.", "{0} 之前的期间已关账。");

    public static readonly Rule MonthNotOver = new(
        "sales-orders.month-not-over", "The month that ends on {0} is not over: close it afterwards.", "截至 {0} 的月份尚未结束：请在结束后关账。");

    public static readonly Rule StillOpen = new(
        "sales-orders.month-still-open", "Everything from {0} is open.", "{0} 起的期间未关账。");

    public static readonly Rule RecoversTooMuch = new(
        "sales-orders.recovers-too-much", "{0} {2} cannot be expected again: {1} are written off.", "无法恢复 {0} {2}：已核销金额为 {1}。");

    public static readonly Rule WriteOffTooLarge = new(
        "sales-orders.write-off-too-large", "{0} {2} cannot be written off: {1} stand on invoices and are not paid.", "无法核销 {0} {2}：已开票未付金额为 {1}。");
}
