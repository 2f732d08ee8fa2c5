using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Quality;

/// <summary>What a role may allow around the quality of customer data. Accepting a proposal is a change of the customer.</summary>
internal sealed class QualityPermissions
{
    public static readonly Permission Read = new("customers.quality.read", new Phrase("See what is wrong with the data of customers", "查看客户数据问题"), IsScoped: true);

    public static readonly Permission Dismiss = new("customers.quality.write", new Phrase("Check customers, dismiss and reopen what was found", "检查客户，忽略或重新打开数据问题"), IsScoped: true);

    public static readonly Permission Configure = new("customers.quality.configure", new Phrase("Change the rules of quality and check all customers", "维护数据质量规则并检查全部客户"));

    public static readonly Permission Cleanse = new("customers.cleansing.write", new Phrase("Correct many customers at once", "批量修正客户数据"), IsScoped: true);
}
