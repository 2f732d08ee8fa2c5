using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Catalogue;

/// <summary>The rules of the catalogue. The codes are public and never change.</summary>
internal static class CatalogueRules
{
    public static readonly Rule CategoryUnknown = new(
        "sales-orders.category-unknown", "There is no category {0}: make it first, or name another.", "没有类别 {0}：请先新建，或选择其他类别。");

    public static readonly Rule CategoryTaken = new(
        "sales-orders.category-taken", "There is a category {0} already.", "类别 {0} 已存在。");

    public static readonly Rule CategoryBelowItself = new(
        "sales-orders.category-below-itself", "The category {0} cannot stand below {1}, which is itself or stands below it.", "类别 {0} 不能放在 {1} 之下：后者是其自身或其下级。");

    public static readonly Rule CategoryInUse = new(
        "sales-orders.category-in-use",
        "The category {0} has {1} products and {2} categories below it: name the category they go to.",
        "类别 {0} 下有 {1} 个产品和 {2} 个下级类别：请指定它们要转入的类别。");

    public static readonly Rule CategoryTooLarge = new(
        "sales-orders.category-too-large",
        "The category {0} has {1} products, and at most {2} go to another one at once: import them with their new category first.",
        "类别 {0} 有 {1} 个产品，一次最多转入 {2} 个：请先通过导入为其指定新类别。");

    public static readonly Rule UnitUnknown = new(
        "sales-orders.unit-unknown", "There is no unit of measure {0}: make it first, or name another.", "没有计量单位 {0}：请先新建，或选择其他单位。");

    public static readonly Rule UnitTaken = new(
        "sales-orders.unit-taken", "There is a unit of measure {0} already.", "计量单位 {0} 已存在。");

    public static readonly Rule UnitInUse = new(
        "sales-orders.unit-in-use", "{1} products are counted in {0}: give them another unit first.", "有 {1} 个产品以 {0} 计量：请先更换其单位。");

    public static readonly Rule NotTracked = new(
        "sales-orders.product-not-tracked", "There is no stock of these products: {0}. They are services, or not tracked.", "下列产品没有库存：{0}。它们是服务或不跟踪库存。");

    public static readonly Rule StockLeft = new(
        "sales-orders.product-has-stock", "{0} has stock, promises or supplies on their way: bring them to zero before it is no longer tracked.", "{0} 仍有库存、占用或在途：请先清零再取消库存跟踪。");

    public static readonly Rule NotSoldOn = new(
        "sales-orders.product-not-sold-on", "These products are not sold on {1}: {0}. Take them off the order, or change when they are sold.", "下列产品在 {1} 不销售：{0}。请从订单中移除，或调整其销售期间。");

    public static readonly Rule CostAhead = new(
        "sales-orders.cost-ahead", "A cost holds from today or an earlier day, not from {0}.", "成本只能自今天或更早的日期起生效，不能是 {0}。");
}
