using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Evaluations;

/// <summary>What a role may allow around evaluations; each reaches those of the customers that it reaches.</summary>
internal sealed class EvaluationPermissions
{
    public static readonly Permission Read = new("customers.evaluations.read", new Phrase("See evaluations of customers and score cards", "查看客户评估和评分卡"), IsScoped: true);

    public static readonly Permission Write = new("customers.evaluations.write", new Phrase("Evaluate customers", "评估客户"), IsScoped: true);

    public static readonly Permission Configure = new("customers.score-cards.configure", new Phrase("Publish score cards", "发布评分卡"));
}
