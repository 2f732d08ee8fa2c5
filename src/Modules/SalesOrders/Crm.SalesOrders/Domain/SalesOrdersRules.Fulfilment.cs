using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Rules of shipments and acceptances.</summary>
internal static partial class SalesOrdersRules
{
    public static readonly Rule ServicesAreAccepted = new(
        "sales-orders.services-are-accepted", "{0} is a service: it is not shipped but accepted by the customer.", "{0} 是服务：不发货，由客户验收。");

    public static readonly Rule GoodsAreShipped = new(
        "sales-orders.goods-are-shipped", "{0} is not a service: it is shipped, not accepted.", "{0} 不是服务：需发货，不能验收。");

    public static readonly Rule NothingToAccept = new(
        "sales-orders.nothing-to-accept", "No service of the order is left to be accepted.", "订单没有待验收的服务。");

    public static readonly Rule NothingOnItsWay = new(
        "sales-orders.nothing-on-its-way", "No goods of the order are on their way.", "订单没有在途货物。");

    public static readonly Rule ShipmentArrived = new(
        "sales-orders.shipment-arrived", "It was said already what became of the shipment.", "该批货物的结果已登记。");

    public static readonly Rule LostWasReturned = new(
        "sales-orders.lost-was-returned", "Units of {0} in the shipment have come back or are agreed to: they cannot have been lost.", "该批货物中的 {0} 已退回或已同意退回，不能报失。");

    public static readonly Rule NotPrepaid = new(
        "sales-orders.not-prepaid", "The order is prepaid: {0} {1} are missing for this.", "订单为预付：尚缺 {0} {1}。");

    public static readonly Rule NothingPrepaid = new(
        "sales-orders.nothing-prepaid", "The order is prepaid and nothing was paid yet.", "订单为预付，尚未收到款项。");

    public static readonly Rule OrderHasMoney = new(
        "sales-orders.order-has-money", "Money came in for the order: submit and cancel it instead, and pay the money back.", "订单已有收款：请改为提交后取消，并退还款项。");
}
