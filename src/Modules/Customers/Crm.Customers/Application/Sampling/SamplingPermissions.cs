using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Sampling;

internal sealed class SamplingPermissions
{
    public static readonly Permission Read = new("customers.samples.read", new Phrase("See samples of customers", "查看客户样本"), IsScoped: true);

    public static readonly Permission Write = new("customers.samples.write", new Phrase("Draw samples of customers", "抽取客户样本"), IsScoped: true);
}
