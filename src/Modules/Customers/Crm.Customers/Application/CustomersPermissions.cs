using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application;

internal sealed class CustomersPermissions
{
    public static readonly Permission Read = new("customers.customers.read", new Phrase("Read customers", "查看客户"), IsScoped: true);

    public static readonly Permission Write = new("customers.customers.write", new Phrase("Register and change customers", "登记和修改客户"), IsScoped: true);

    public static readonly Permission Delete = new("customers.customers.delete", new Phrase("Delete customers", "删除客户"), IsScoped: true);

    public static readonly Permission Restore = new("customers.customers.restore", new Phrase("Restore deleted customers", "恢复已删除的客户"), IsScoped: true);

    public static readonly Permission Import = new("customers.imports.write", new Phrase("Import customers", "导入客户"), IsScoped: true);
}
