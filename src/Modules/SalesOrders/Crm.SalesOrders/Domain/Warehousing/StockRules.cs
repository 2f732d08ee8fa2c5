using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Warehousing;

/// <summary>The rules of warehouses, reservations, transfers and stock-taking. The codes are public and never change.</summary>
internal static class StockRules
{
    public static readonly Rule WarehouseCodeTaken = new(
        "sales-orders.warehouse-code-taken", "The code {0} belongs to another warehouse.", "仓库代码 {0} 已被使用。");

    public static readonly Rule WarehouseUnknown = new(
        "sales-orders.warehouse-unknown", "There is no warehouse {0} in use.", "没有正在使用的仓库 {0}。");

    public static readonly Rule WarehouseServesOthers = new(
        "sales-orders.warehouse-serves-others", "The warehouse {0} does not serve the channel {1}.", "仓库 {0} 不服务渠道 {1}。");

    public static readonly Rule ChannelUnserved = new(
        "sales-orders.channel-unserved", "No warehouse serves the channel {0}: name a channel that is served.", "没有仓库服务渠道 {0}：请选择有仓库服务的渠道。");

    public static readonly Rule DefaultWarehouseStays = new(
        "sales-orders.default-warehouse-stays", "The warehouse {0} is the default and stays in use.", "仓库 {0} 是默认仓库，不能停用。");

    public static readonly Rule WarehouseNotEmpty = new(
        "sales-orders.warehouse-not-empty", "There are goods in the warehouse {0} or on their way to it: move them first.", "仓库 {0} 仍有库存或在途货物：请先调出。");

    public static readonly Rule ReservationTime = new(
        "sales-orders.reservation-time", "A reservation ends in the future and at most {0} days from now.", "预留的到期时间必须在未来，且不超过 {0} 天。");

    public static readonly Rule ReservationEnded = new(
        "sales-orders.reservation-ended", "The reservation has ended: make another.", "预留已结束：请重新预留。");

    public static readonly Rule ReservationUnknown = new(
        "sales-orders.reservation-unknown", "There is no reservation {0}.", "预留 {0} 不存在。");

    public static readonly Rule ReservationElsewhere = new(
        "sales-orders.reservation-elsewhere", "The reservation is in the warehouse {0}, the order is served by {1}.", "预留在仓库 {0}，而订单由仓库 {1} 供货。");

    public static readonly Rule SameWarehouse = new(
        "sales-orders.same-warehouse", "Goods go from one warehouse to another, not from {0} to itself.", "调拨必须在两个仓库之间进行，不能从 {0} 到自身。");

    public static readonly Rule TransferIsOver = new(
        "sales-orders.transfer-is-over", "Nothing of the transfer {0} is in transit any more.", "调拨单 {0} 已没有在途货物。");

    public static readonly Rule NotOnDocument = new(
        "sales-orders.not-on-document", "The product {0} is not on {1}.", "产品 {0} 不在单据 {1} 上。");

    public static readonly Rule MoreThanOpen = new(
        "sales-orders.more-than-open", "Only {1} units of {0} are still expected, not {2}.", "{0} 仅剩 {1} 件待收，不能收 {2} 件。");

    public static readonly Rule CountIsClosed = new(
        "sales-orders.count-is-closed", "The stock-taking {0} is closed: open another.", "盘点单 {0} 已关闭：请新开盘点单。");

    public static readonly Rule CountTooLong = new(
        "sales-orders.count-too-long", "A stock-taking has at most {0} products: open another for the rest.", "一张盘点单最多 {0} 个产品：其余请另开盘点单。");

    public static readonly Rule CountBelowPromised = new(
        "sales-orders.count-below-promised", "Less was found than is promised to orders or reserved: {0}. Free it first.", "盘点数量少于已分配或已预留的数量：{0}。请先释放。");
}
