using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Activities;

/// <summary>What a role may allow around activities. Whoever takes part in one, or sees its customer, reads it in any case.</summary>
internal sealed class ActivityPermissions
{
    public static readonly Permission Read = new("customers.activities.read", new Phrase("See activities and calendars", "查看活动和日历"), IsScoped: true);

    public static readonly Permission Write = new("customers.activities.write", new Phrase("Plan, hold and complete activities", "安排、进行和完成活动"), IsScoped: true);

    public static readonly Permission Delete = new("customers.activities.delete", new Phrase("Delete activities", "删除活动"), IsScoped: true);

    public static readonly Permission Restore = new("customers.activities.restore", new Phrase("Restore deleted activities", "恢复已删除的活动"), IsScoped: true);
}
