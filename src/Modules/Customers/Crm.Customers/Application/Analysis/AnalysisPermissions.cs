using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Analysis;

internal sealed class AnalysisPermissions
{
    public static readonly Permission Read = new("customers.analysis.read", new Phrase("See counts and values of groups of customers", "查看客户分组统计"), IsScoped: true);

    public static readonly Permission SeeFew = new(
        "customers.small-groups.oversee", new Phrase("See groups of few persons by age, sex, tag or need", "查看按年龄、性别、标签或需求划分的小分组"));
}
