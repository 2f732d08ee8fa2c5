using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.SalesOrders.Application.Credit;

/// <summary>What a role may allow around credit.</summary>
internal sealed class CreditPermissions
{
    public static readonly Permission Read = new("sales-orders.credit.read", new Phrase("See credit limits and what customers owe", "查看信用额度和客户欠款"), IsScoped: true);

    public static readonly Permission Allow = new("sales-orders.credit.allow", new Phrase("Let an order go beyond the credit limit", "放行超出信用额度的订单"), IsScoped: true);
}
