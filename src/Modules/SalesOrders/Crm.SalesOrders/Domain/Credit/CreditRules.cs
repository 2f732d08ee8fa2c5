using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Credit;

internal static class CreditRules
{
    public static readonly Rule LimitExceeded = new(
        "sales-orders.credit-limit-exceeded",
        "With this order the customer would owe {0} {3}, which is {2} more than the credit limit of {1}: take a payment first, or have the credit allowed.",
        "加上此订单，客户欠款将达 {0} {3}，超出信用额度 {1} 共 {2}：请先收款，或申请放行信用。");

    public static readonly Rule Blocked = new(
        "sales-orders.credit-blocked",
        "The customer gets no credit: {0} {1} of the order have to be paid in advance, or the credit has to be allowed.",
        "该客户暂停赊销：此订单须预付 {0} {1}，或申请放行信用。");

    public static RuleBroken Broken(CreditShortfall shortfall, decimal unpaid, string currency) => shortfall.IsBlocked
        ? Blocked.Broken(unpaid, currency)
        : LimitExceeded.Broken(shortfall.Exposure, shortfall.Limit, shortfall.Excess, shortfall.Currency ?? currency);
}
