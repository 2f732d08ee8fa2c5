using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.SalesOrders.Application.Warehousing;

/// <summary>What a role may allow around stock, besides seeing and moving it.</summary>
internal sealed class StockPermissions
{
    public static readonly Permission WriteWarehouses = new("sales-orders.warehouses.write", new Phrase("Open and change warehouses", "新增和修改仓库"));

    public static readonly Permission Reserve = new("sales-orders.stock.reserve", new Phrase("Reserve stock", "预留库存"), IsScoped: true);

    public static readonly Permission Repair = new("sales-orders.stock.repair", new Phrase("Verify and rebuild stock levels", "核对和重建库存"));
}
