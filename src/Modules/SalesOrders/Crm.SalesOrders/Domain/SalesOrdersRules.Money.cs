using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Rules of payments and refunds.</summary>
internal static partial class SalesOrdersRules
{
    public static readonly Rule OwnRefund = new(
        "sales-orders.own-refund", "Who asked for the refund cannot approve it: somebody else has to.", "申请退款的人不能自行批准：须由他人审批。");

    public static readonly Rule CaptureTooLarge = new(
        "sales-orders.capture-too-large", "Only {0} {1} are authorised and not captured yet.", "已授权且尚未收款的金额仅为 {0} {1}。");

    public static readonly Rule NothingAuthorised = new(
        "sales-orders.nothing-authorised", "Nothing of the payment is authorised and open: there is nothing to give back.", "该付款没有未使用的授权，无可撤销。");

    public static readonly Rule ChargeBackTooLarge = new(
        "sales-orders.charge-back-too-large", "Only {0} {1} of the payment are still here for the order.", "该付款中属于此订单的余额仅为 {0} {1}。");

    public static readonly Rule PaymentCurrencyDiffers = new(
        "sales-orders.payment-currency-differs", "The payment is in {0} and the order {1} in {2}: pay it in its own currency.", "付款币种为 {0}，订单 {1} 的币种为 {2}：请以订单币种付款。");

    public static readonly Rule PaymentOfOtherCustomer = new(
        "sales-orders.payment-of-other-customer", "The order {0} belongs to another customer than the payment.", "订单 {0} 与付款不属于同一客户。");

    public static readonly Rule PaymentOfOtherOrder = new(
        "sales-orders.payment-of-other-order", "An authorised payment belongs to one order, and not to {0}.", "已授权的付款只属于一张订单，不能用于 {0}。");

    public static readonly Rule AllocationsDiffer = new(
        "sales-orders.allocations-differ", "The amounts for the orders come to {0} {2}, the payment to {1}: they must be the same.", "分配到各订单的金额合计为 {0} {2}，与付款金额 {1} 不一致。");

    public static readonly Rule NothingToPay = new(
        "sales-orders.nothing-to-pay", "The customer owes nothing in {0}: name the orders that are paid.", "该客户没有以 {0} 计的未付订单：请指定付款的订单。");

    public static readonly Rule RefundTooLarge = new(
        "sales-orders.refund-too-large", "{0} {1} cannot be paid back: of what came in, {2} are still here and promised to nobody.", "无法退款 {0} {1}：已收款项中可退的余额为 {2}。");

    public static readonly Rule NothingToRefund = new(
        "sales-orders.nothing-to-refund", "This comes to nothing: say which units, how much shipping or how much goodwill is paid back.", "退款金额为零：请填写退款的数量、运费或补偿金额。");

    public static readonly Rule NothingOwedYet = new(
        "sales-orders.nothing-owed-yet", "Nothing is owed before the order is confirmed, so nothing can be credited: give back what came in as overpayment.", "订单确认前没有应付金额，无可贷记：请将已收款项按多付款退还。");

    public static readonly Rule MoneyFixesCustomer = new(
        "sales-orders.money-fixes-customer", "Money came in for the order: it keeps its customer and its currency. Place another order.", "订单已有款项：客户和币种不能更改。请另下订单。");

    public static readonly Rule OrderWrittenOff = new(
        "sales-orders.order-written-off", "Some of it was written off: expect that again before you cancel the order.", "订单有已核销金额：取消前请先恢复核销。");

    public static readonly Rule PointsAreNoMethod = new(
        "sales-orders.points-are-no-method", "What is paid with points is taken off them: nobody pays or pays back with points by naming them.", "积分付款会扣减积分：不能仅以“points”作为付款或退款方式。");

    public static readonly Rule CreditsTooMuch = new(
        "sales-orders.credits-too-much", "Only {1} units of {0} can still be credited, not {2}.", "{0} 仅剩 {1} 件可退款，不能退 {2} 件。");

    public static readonly Rule FreightCreditTooLarge = new(
        "sales-orders.freight-credit-too-large", "{0} {2} of shipping cannot be given back: {1} are left of it.", "运费无法退还 {0} {2}：剩余可退运费为 {1}。");

    public static readonly Rule GoodwillTooLarge = new(
        "sales-orders.goodwill-too-large", "{0} {2} of goodwill are more than the order still comes to, which is {1}.", "补偿 {0} {2} 超过了订单剩余金额 {1}。");

    public static readonly Rule NotOverpaid = new(
        "sales-orders.not-overpaid", "{0} {2} were not paid too much: {1} came in beyond what is owed.", "多付金额不是 {0} {2}：超出应付的金额为 {1}。");

    public static readonly Rule RefundDecided = new(
        "sales-orders.refund-decided", "The refund was approved or rejected before.", "该退款已被批准或拒绝。");

    public static readonly Rule RefundNotApproved = new(
        "sales-orders.refund-not-approved", "The refund is not approved, or it was paid back or ended before.", "该退款尚未批准，或已完成、已终止。");

    public static readonly Rule ProviderEventDiffers = new(
        "sales-orders.provider-event-differs", "The notification {0} of {1} was taken before and said something else: give each its own id.", "{1} 的通知 {0} 已处理且内容不同：请为每条通知使用唯一标识。");
}
