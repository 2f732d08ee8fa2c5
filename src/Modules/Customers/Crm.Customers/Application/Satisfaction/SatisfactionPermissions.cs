using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Satisfaction;

/// <summary>What a role may allow around satisfaction; each reaches the customers that it reaches.</summary>
internal sealed class SatisfactionPermissions
{
    public static readonly Permission Read = new("customers.satisfaction.read", new Phrase("See how satisfied customers are", "查看客户满意度"), IsScoped: true);

    public static readonly Permission Write = new("customers.satisfaction.write", new Phrase("Record answers to surveys", "登记调查答复"), IsScoped: true);
}
