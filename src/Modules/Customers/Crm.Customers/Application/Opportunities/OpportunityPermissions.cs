using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Opportunities;

internal sealed class OpportunityPermissions
{
    public static readonly Permission Read = new("customers.opportunities.read", new Phrase("Read opportunities and the pipeline", "查看商机和销售管道"), IsScoped: true);

    public static readonly Permission Write = new("customers.opportunities.write", new Phrase("Open, change, win and lose opportunities", "创建、修改商机及标记赢单输单"), IsScoped: true);

    public static readonly Permission Delete = new("customers.opportunities.delete", new Phrase("Delete opportunities", "删除商机"), IsScoped: true);

    public static readonly Permission Restore = new("customers.opportunities.restore", new Phrase("Restore deleted opportunities", "恢复已删除的商机"), IsScoped: true);

    public static readonly Permission ReadStages = new("customers.pipelines.read", new Phrase("Read pipelines, stages and reasons", "查看销售管道、阶段和赢输原因"));

    public static readonly Permission Configure = new("customers.pipelines.configure", new Phrase("Decide on pipelines, stages and reasons", "设置销售管道、阶段和赢输原因"));
}
