using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Figures;

internal sealed class FiguresPermissions
{
    public static readonly Permission Read = new(
        "customers.transactions.read", new Phrase("See orders, payments and balance of customers", "查看客户的订单、收款和余额"), IsScoped: true);

    public static readonly Permission Recount = new("customers.figures.recount", new Phrase("Count the figures of all customers anew", "重新计算所有客户的统计数据"));
}
