using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Planning.Application.Policy;

internal sealed class SettingsPermissions
{
    public static readonly Permission Read = new("planning.settings.read", new Phrase("See the settings of planning", "查看计划设置"));

    public static readonly Permission Manage = new("planning.settings.manage", new Phrase("Change the settings of planning", "修改计划设置"));
}
