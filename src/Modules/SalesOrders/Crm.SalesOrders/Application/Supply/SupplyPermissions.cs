using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.SalesOrders.Application.Supply;

/// <summary>What a role may allow around buying.</summary>
internal sealed class SupplyPermissions
{
    public static readonly Permission Read = new("sales-orders.supply.read", new Phrase("See suppliers, supply orders and proposals", "查看供应商、采购单和补货建议"));

    public static readonly Permission Write = new("sales-orders.supply.write", new Phrase("Change suppliers and rules, and order supplies", "维护供应商和补货规则，并下采购单"));

    public static readonly Permission Receive = new("sales-orders.supply.receive", new Phrase("Take in supplies", "采购收货"));
}
