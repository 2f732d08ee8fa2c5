using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Cases;

/// <summary>What a role may allow around cases. Whoever sees a customer reads its cases in any case.</summary>
internal sealed class CasePermissions
{
    public static readonly Permission Read = new("customers.cases.read", new Phrase("See cases of customer service", "查看客服工单"), IsScoped: true);

    public static readonly Permission Write = new("customers.cases.write", new Phrase("Open, assign and solve cases of customer service", "新建、分派和解决客服工单"), IsScoped: true);

    public static readonly Permission Configure = new("customers.cases.configure", new Phrase("Change service levels, escalation and templates of answers", "维护服务级别、升级规则和答复模板"));
}
