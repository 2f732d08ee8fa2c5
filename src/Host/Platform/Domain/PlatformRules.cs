using Crm.BuildingBlocks;

namespace Crm.Host.Platform.Domain;

internal static class PlatformRules
{
    public static readonly Rule UnitUnderItself = new(
        "platform.unit-under-itself",
        "An org unit cannot be placed under itself or under one of the units below it. Choose another parent.",
        "部门不能置于自身或其下级部门之下，请选择其他上级部门。");

    public static readonly Rule UnitUnknown = new(
        "platform.unit-unknown",
        "There is no org unit '{0}'.",
        "不存在部门“{0}”。");

    public static readonly Rule UnitCodeTaken = new(
        "platform.unit-code-taken",
        "Another org unit has the code '{0}'. Choose another code.",
        "部门编码“{0}”已被使用，请换一个编码。");

    public static readonly Rule TerritoryUnderItself = new(
        "platform.territory-under-itself",
        "A territory cannot be placed under itself or under one of those below it. Choose another parent.",
        "区域不能置于自身或其下级区域之下，请选择其他上级区域。");

    public static readonly Rule TerritoryUnknown = new("platform.territory-unknown", "There is no territory '{0}'.", "不存在区域“{0}”。");

    public static readonly Rule TerritoryCodeTaken = new(
        "platform.territory-code-taken", "Another territory has the code '{0}'. Choose another code.", "区域编码“{0}”已被使用，请换一个编码。");

    public static readonly Rule ManagerUnknown = new("platform.manager-unknown", "There is no user '{0}' who could answer for it.", "不存在可作为负责人的用户“{0}”。");

    public static readonly Rule CalendarIsDefault = new(
        "platform.calendar-is-default", "This working calendar counts where nobody chose another. Let another one count first.", "该工作日历为默认日历，请先将另一个设为默认。");

    public static readonly Rule CalendarCodeTaken = new(
        "platform.calendar-code-taken",
        "Another working calendar has the code '{0}'. Choose another code.",
        "工作日历编码“{0}”已被使用，请换一个编码。");

    public static readonly Rule LoginTaken = new(
        "platform.login-taken",
        "Another user has the login '{0}'.",
        "登录名“{0}”已被其他用户使用。");

    public static readonly Rule RoleUnknown = new(
        "platform.role-unknown",
        "There is no role '{0}'.",
        "不存在角色“{0}”。");

    public static readonly Rule RoleNameTaken = new(
        "platform.role-name-taken",
        "Another role is called '{0}'.",
        "角色名“{0}”已被使用。");

    public static readonly Rule RoleIsBuiltIn = new(
        "platform.role-is-built-in",
        "The permissions of a built-in role follow the modules and cannot be changed. Make a role of your own; field masks can be set here.",
        "内置角色的权限随模块而定，不能修改。请新建角色；字段掩码可在此设置。");

    public static readonly Rule RoleInUse = new(
        "platform.role-in-use",
        "The role is still given to users or API clients. Take it from them first.",
        "仍有用户或 API 客户端使用该角色，请先取消。");

    public static readonly Rule TwoValidKeys = new(
        "platform.two-valid-keys",
        "The API client already has two valid keys. Revoke one of them first.",
        "该 API 客户端已有两个有效密钥，请先吊销其中一个。");

    public static readonly Rule KeyUnknown = new(
        "platform.key-unknown",
        "The API client has no key '{0}'.",
        "该 API 客户端没有密钥“{0}”。");

    public static readonly Rule KeyExpiresInThePast = new(
        "platform.key-expires-in-the-past",
        "The key would expire before it exists. Choose a later moment or none.",
        "密钥的到期时间早于当前时间，请选择更晚的时间或不设到期。");

    public static readonly Rule LastAdministrator = new(
        "platform.last-administrator",
        "This is the last active way in for an administrator. Give another client or user the administrator role first.",
        "这是最后一个有效的管理员入口，请先将管理员角色授予其他客户端或用户。");

    public static readonly Rule UserUnknown = new(
        "platform.user-unknown",
        "There is no user '{0}'.",
        "不存在用户“{0}”。");

    public static readonly Rule ClientIsInactive = new(
        "platform.client-inactive",
        "The API client is switched off. Switch it on before it gets a key.",
        "该 API 客户端已停用，请启用后再创建密钥。");

    public static readonly Rule DataKeyIsYoung = new(
        "platform.data-key-is-young",
        "The last data key is still being introduced. Try again when its columns are re-encrypted.",
        "上一个数据密钥仍在启用中，请待列重新加密完成后再试。");
}
