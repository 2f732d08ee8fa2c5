using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Host.Platform;

internal sealed class PlatformPermissions
{
    public static readonly Permission ReadAccess = new("platform.access.read", new Phrase("See users, roles, API clients, org units and territories", "查看用户、角色、API 客户端、部门和区域"));
    public static readonly Permission ManageUsers = new("platform.users.manage", new Phrase("Make and change users", "新建和修改用户"));
    public static readonly Permission ManageRoles = new("platform.roles.manage", new Phrase("Make and change roles", "新建和修改角色"));
    public static readonly Permission ManageClients = new("platform.clients.manage", new Phrase("Make and change API clients and their keys", "新建和修改 API 客户端及其密钥"));
    public static readonly Permission ManageUnits = new("platform.units.manage", new Phrase("Make and change org units", "新建和修改部门"));
    public static readonly Permission ManageTerritories = new("platform.territories.manage", new Phrase("Make and change territories", "新建和修改区域"));
    public static readonly Permission ReadSettings = new("platform.settings.read", new Phrase("See settings and modules", "查看设置和模块"));
    public static readonly Permission ManageSettings = new("platform.settings.manage", new Phrase("Change settings", "修改设置"));
    public static readonly Permission ReadAudit = new("platform.audit.read", new Phrase("Read the audit trail and verify its seals", "查看审计记录并验证其封印"));
    public static readonly Permission ManageKeys = new("platform.keys.manage", new Phrase("Rotate the keys of personal data", "轮换个人数据密钥"));
    public static readonly Permission ErasePersons = new("platform.persons.erase", new Phrase("Erase the personal data of a person for good", "永久删除个人数据"));
}
