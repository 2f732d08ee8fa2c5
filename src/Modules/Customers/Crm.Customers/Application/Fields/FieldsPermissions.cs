using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Fields;

internal sealed class FieldsPermissions
{
    /// <summary>Who may read customers reads the definitions; they are made by administrators.</summary>
    public static readonly Permission Manage = new("customers.fields.manage", new Phrase("Give customers fields of the company's own", "维护客户自定义字段"));
}
