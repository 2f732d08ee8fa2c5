using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.SalesOrders.Application.Quality;

/// <summary>What a role may allow around the quality of the catalogue. Accepting a proposal is a change of the product.</summary>
internal sealed class QualityPermissions
{
    public static readonly Permission Read = new("sales-orders.quality.read", new Phrase("See what is wrong in the catalogue", "查看产品目录的数据问题"));

    public static readonly Permission Dismiss = new("sales-orders.quality.write", new Phrase("Check products, dismiss and reopen what was found", "检查产品，忽略或重新打开数据问题"));

    public static readonly Permission Configure = new("sales-orders.quality.configure", new Phrase("Change the rules of quality and check the whole catalogue", "维护数据质量规则并检查整个目录"));
}
