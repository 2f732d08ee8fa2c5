using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Loyalty;

internal static class LoyaltyRules
{
    public static readonly Rule NotEnoughPoints = new(
        "sales-orders.not-enough-points", "{0} points cannot be spent: the customer has {1}.", "无法使用 {0} 积分：该客户可用积分为 {1}。");

    public static readonly Rule NoProgram = new(
        "sales-orders.no-loyalty-program", "Points cannot be spent on orders in {0}: there is no loyalty program for it.", "以 {0} 计价的订单不能使用积分：没有对应的积分计划。");

    public static readonly Rule PointsBeyondBalance = new(
        "sales-orders.points-beyond-balance", "{0} {2} of points are more than the order still owes, which is {1}.", "积分抵扣 {0} {2} 超过订单未付金额 {1}。");

    public static readonly Rule PointsWorthNothing = new(
        "sales-orders.points-worth-nothing", "So few points pay nothing: spend more.", "积分过少，无法抵扣：请使用更多积分。");
}
