using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Exports;

internal sealed class ExportPermissions
{
    public static readonly Permission Export = new("customers.customers.export", new Phrase("Export customers to files", "导出客户"), IsScoped: true);

    public static readonly Permission Person = new(
        "customers.personal-data.disclose", new Phrase("Give a person a copy of all that is kept of them", "导出某人的全部个人数据"), IsScoped: true);
}
