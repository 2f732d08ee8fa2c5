using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Every business rule of the module. The codes are public and never change.</summary>
internal static partial class SalesOrdersRules
{
    public static readonly Rule SkuTaken = new(
        "sales-orders.sku-taken", "The SKU {0} belongs to another product, which may be deleted: choose another or restore that one.", "SKU {0} 已属于另一产品（可能已删除）：请换用其他 SKU 或恢复该产品。");

    public static readonly Rule SkuIsFixed = new(
        "sales-orders.sku-is-fixed", "A product keeps its SKU, which is {0}: make a new product for another one.", "产品的 SKU（{0}）不可更改：请为新的 SKU 新建产品。");

    public static readonly Rule ExternalRefTaken = new(
        "sales-orders.external-ref-taken", "The external reference {0}/{1} belongs to another record.", "外部标识 {0}/{1} 已属于另一条记录。");

    public static readonly Rule ProductUnknown = new(
        "sales-orders.product-unknown", "There is no such product: {0}.", "产品不存在：{0}。");

    public static readonly Rule ProductInactive = new(
        "sales-orders.product-inactive", "These products are not sold any more: {0}. Take them off the order.", "下列产品已停售：{0}。请从订单中移除。");

    public static readonly Rule CurrencyDiffers = new(
        "sales-orders.currency-differs", "The list price of {0} is not in {1}: give its unit price.", "{0} 的标价币种不是 {1}：请直接填写单价。");

    public static readonly Rule StockInsufficient = new(
        "sales-orders.stock-insufficient", "There is not enough stock, wanted > available: {0}.", "库存不足（需求 > 可用）：{0}。");

    public static readonly Rule StockBelowZero = new(
        "sales-orders.stock-below-zero", "Only {1} units of {0} are free, so {2} cannot be taken: the rest is promised to orders.", "{0} 仅有 {1} 件可用，无法取出 {2} 件：其余已分配给订单。");

    public static readonly Rule StockTooLarge = new(
        "sales-orders.stock-too-large", "The stock of {0} cannot be more than {1} units.", "{0} 的库存不能超过 {1} 件。");

    public static readonly Rule CustomerUnknown = new(
        "sales-orders.customer-unknown", "The customer {0} is not known to sales, or was deleted.", "销售模块中没有客户 {0}，或该客户已删除。");

    public static readonly Rule CustomerBlocked = new(
        "sales-orders.customer-blocked", "The customer {0} is blocked: no new orders are accepted.", "客户 {0} 已被冻结：不接受新订单。");

    public static readonly Rule SalespersonUnknown = new(
        "sales-orders.salesperson-unknown", "The salesperson {0} is not a user of the system.", "业务员 {0} 不是系统用户。");

    public static readonly Rule NumberTaken = new(
        "sales-orders.number-taken", "The order number {0} is already used.", "订单号 {0} 已被使用。");

    public static readonly Rule DiscountTooLarge = new(
        "sales-orders.discount-too-large", "The discount of {0} is more than the lines come to, which is {1}.", "整单折扣 {0} 超过了各行净额合计 {1}。");

    public static readonly Rule AmountTooLarge = new(
        "sales-orders.amount-too-large", "The lines of an order cannot come to more than {0}.", "订单各行合计不能超过 {0}。");

    public static readonly Rule OrderNotDraft = new(
        "sales-orders.order-not-draft", "The order is no longer a draft: cancel it and place another.", "订单已不是草稿：请取消后重新下单。");

    public static readonly Rule OrderAlreadyConfirmed = new(
        "sales-orders.order-already-confirmed", "The order is already confirmed.", "订单已确认。");

    public static readonly Rule OrderNotConfirmed = new(
        "sales-orders.order-not-confirmed", "The order is not confirmed yet: confirm it first.", "订单尚未确认：请先确认。");

    public static readonly Rule OrderNotPlaced = new(
        "sales-orders.order-not-placed", "The order is still a draft: submit it first, or delete it.", "订单仍是草稿：请先提交或删除。");

    public static readonly Rule OrderCancelled = new(
        "sales-orders.order-cancelled", "The order was cancelled: place another.", "订单已取消：请重新下单。");

    public static readonly Rule OrderExpired = new(
        "sales-orders.order-expired", "The quote has expired: quote again.", "报价已过期：请重新报价。");

    public static readonly Rule OrderNotQuoted = new(
        "sales-orders.order-not-quoted", "Only a quote can expire.", "只有报价会过期。");

    public static readonly Rule OrderPending = new(
        "sales-orders.order-pending-approval", "The order waits for an approval: see its holds.", "订单正在等待审批：请查看其冻结项。");

    public static readonly Rule OrderNotPending = new(
        "sales-orders.order-not-pending", "The order waits for no approval.", "订单没有待审批项。");

    public static readonly Rule OrderOnHold = new(
        "sales-orders.order-on-hold", "The order is on hold: see its holds and release them first.", "订单已被冻结：请先查看并解除冻结。");

    public static readonly Rule NotYourApproval = new(
        "sales-orders.not-your-approval", "Somebody else has to decide this step: {0}.", "此步骤须由他人审批：{0}。");

    public static readonly Rule OwnApproval = new(
        "sales-orders.own-approval", "Who asked for it cannot approve it.", "提出申请的人不能自行批准。");

    public static readonly Rule HoldUnknown = new(
        "sales-orders.hold-unknown", "The order has no open hold {0}.", "订单没有未解除的冻结 {0}。");

    public static readonly Rule OrderShipped = new(
        "sales-orders.order-shipped", "Goods of the order were shipped: it can no longer be cancelled.", "订单已有货物发出，不能再取消。");

    public static readonly Rule NothingToShip = new(
        "sales-orders.nothing-to-ship", "Everything was shipped.", "货物已全部发出。");

    public static readonly Rule LineUnknown = new(
        "sales-orders.line-unknown", "The order has no line {0}.", "订单没有明细行 {0}。");

    public static readonly Rule ShipsTooMuch = new(
        "sales-orders.ships-too-much", "Only {1} units of {0} are still to be shipped, not {2}.", "{0} 仅剩 {1} 件待发，不能发出 {2} 件。");

    public static readonly Rule AmountNotWhole = new(
        "sales-orders.amount-not-whole", "{1} has {2} decimal digits: {0} cannot be paid.", "{1} 只有 {2} 位小数：无法支付 {0}。");
}
