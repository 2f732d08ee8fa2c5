using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.SalesOrders.Application.Loyalty;

/// <summary>What a role may allow around points.</summary>
internal sealed class LoyaltyPermissions
{
    public static readonly Permission Read = new("sales-orders.points.read", new Phrase("See points of customers", "查看客户积分"), IsScoped: true);

    public static readonly Permission Spend = new("sales-orders.points.spend", new Phrase("Pay orders with points", "使用积分付款"), IsScoped: true);

    public static readonly Permission WriteProgram = new("sales-orders.loyalty-program.configure", new Phrase("Change how points are earned and what they are worth", "维护积分计划"));
}
