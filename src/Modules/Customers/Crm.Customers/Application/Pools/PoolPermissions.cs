using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Pools;

internal sealed class PoolPermissions
{
    public static readonly Permission Read = new("customers.pools.read", new Phrase("Read pools", "查看公海"));

    public static readonly Permission Claim = new("customers.pools.claim", new Phrase("See and claim customers that lie in pools", "查看并领取公海客户"), IsScoped: true);

    public static readonly Permission Release = new("customers.pools.release", new Phrase("Give customers up to a pool", "将客户放入公海"), IsScoped: true);

    public static readonly Permission Oversee = new("customers.pools.oversee", new Phrase("Protect customers from rules, and see what rules would take", "保护客户不被规则收回，并模拟规则"), IsScoped: true);

    public static readonly Permission Configure = new("customers.pools.configure", new Phrase("Decide on pools and their rules", "设置公海及其规则"));
}
