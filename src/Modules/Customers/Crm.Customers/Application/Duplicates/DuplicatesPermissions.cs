using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Duplicates;

internal sealed class DuplicatesPermissions
{
    public static readonly Permission Read = new("customers.duplicates.read", new Phrase("See which customers may be the same", "查看疑似重复客户"), IsScoped: true);

    public static readonly Permission Write = new("customers.duplicates.write", new Phrase("Decide that customers are not the same", "判定客户非重复"), IsScoped: true);

    public static readonly Permission Merge = new("customers.customers.merge", new Phrase("Merge customers and undo it", "合并客户及撤销合并"), IsScoped: true);

    public static readonly Permission Configure = new("customers.duplicates.configure", new Phrase("Set the rules for duplicates and look for them", "设置查重规则并运行查重"));
}
