using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Pools;

/// <summary>Every rule of pools that a caller can break, with the code it is known by.</summary>
internal static class PoolRules
{
    public static readonly Rule CodeTaken = new(
        "customers.pool-taken", "There is a pool '{0}' already. Choose another code.", "公海 '{0}' 已存在，请换一个代码。");

    public static readonly Rule Unknown = new(
        "customers.pool-unknown", "There is no active pool '{0}'.", "没有启用的公海 '{0}'。");

    public static readonly Rule PermissionUnknown = new(
        "customers.pool-permission-unknown", "Nobody declares the permission '{0}'.", "权限 '{0}' 不存在。");

    public static readonly Rule Closed = new(
        "customers.pool-closed", "The pool is not active: nobody claims from it.", "该公海未启用，不能领取。");

    public static readonly Rule NotForUnit = new(
        "customers.pool-not-for-unit", "People of your unit do not claim from this pool.", "您所在部门不能从此公海领取客户。");

    public static readonly Rule PermissionMissing = new(
        "customers.pool-permission-missing", "Claiming from this pool is for callers with the permission '{0}'.", "仅拥有权限 '{0}' 的用户可从此公海领取。");

    public static readonly Rule NobodyClaims = new(
        "customers.pool-no-person", "A customer is claimed by a person, or by an app that acts for one.", "只有人员或代表人员的应用可以领取客户。");

    public static readonly Rule CapReached = new(
        "customers.pool-cap-reached", "You have claimed {0} customers from this pool today, as many as a person may. Come back tomorrow.", "您今天已从此公海领取 {0} 个客户，达到上限，请明天再来。");

    public static readonly Rule HoldsCustomers = new(
        "customers.pool-holds-customers", "{0} customers lie in the pool, and nobody could claim them. Have them claimed, or give them to somebody, before you close it.",
        "该公海中还有 {0} 个客户，关闭后将无人可以领取。请先领取或分配这些客户。");

    public static readonly Rule OwnTooEarly = new(
        "customers.pool-own-too-early", "The customer was yours until {0}: from this pool you may claim it from {1} on.",
        "该客户在 {0} 之前归您所有，您可从 {1} 起在此公海重新领取。");

    public static readonly Rule NotPooled = new(
        "customers.not-pooled", "The customer lies in no pool, or not in this one any more: somebody else was faster.", "该客户不在此公海中，或已被他人领取。");

    public static readonly Rule AlreadyPooled = new(
        "customers.already-pooled", "The customer lies in a pool already.", "该客户已在公海中。");

    public static readonly Rule ClaimFirst = new(
        "customers.pooled", "The customer lies in a pool: whoever wants to have it claims it there, or is given it by whoever oversees pools.", "该客户在公海中，请先领取，或由公海管理者分配。");
}
