using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Reviews;

/// <summary>What a role may allow around reviews; each reaches those of the customers that it reaches.</summary>
internal sealed class ReviewPermissions
{
    public static readonly Permission Read = new("customers.reviews.read", new Phrase("See reviews", "查看评价"), IsScoped: true);

    public static readonly Permission Write = new("customers.reviews.write", new Phrase("Record reviews of customers", "登记客户评价"), IsScoped: true);

    public static readonly Permission Publish = new("customers.reviews.publish", new Phrase("Publish, reject and reply to reviews", "发布、拒绝和回复评价"), IsScoped: true);
}
