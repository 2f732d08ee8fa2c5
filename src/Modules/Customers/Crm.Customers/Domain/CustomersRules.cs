using Crm.BuildingBlocks;

namespace Crm.Customers.Domain;

/// <summary>Every rule of this module that a caller can break, with the code it is known by.</summary>
internal static class CustomersRules
{
    public static readonly Rule CodeTaken = new(
        "customers.code-taken",
        "The customer code '{0}' is taken. Choose another one or change the customer that has it.",
        "客户编号 '{0}' 已被使用，请换一个编号，或修改已使用该编号的客户。");

    public static readonly Rule ReferenceTaken = new(
        "customers.reference-taken",
        "Another customer already is '{1}' in the system '{0}'.",
        "系统 '{0}' 中的 '{1}' 已对应另一个客户。");

    public static readonly Rule OwnerUnknown = new(
        "customers.owner-unknown",
        "No user has the login, the mail address or the name '{0}', or several have it. With \"unknownOwner\": {{ \"constant\": \"leaveOut\" }} the profile does without.",
        "没有登录名、邮箱或姓名为 '{0}' 的用户，或存在多个。配置中可用 \"unknownOwner\": {{ \"constant\": \"leaveOut\" }} 忽略。");

    public static readonly Rule Erased = new(
        "customers.erased",
        "The customer was erased and stays as it is. Register a new customer.",
        "该客户已被抹除，不可再更改。请登记新客户。");

    public static readonly Rule NotDeleted = new(
        "customers.not-deleted",
        "The customer is not deleted, so there is nothing to restore.",
        "该客户未被删除，无需恢复。");

    public static readonly Rule ContactUnknown = new(
        "customers.contact-unknown",
        "The customer has no contact '{0}'. Choose one of its contacts; to add one to the customer, leave the id out.",
        "该客户没有联系人 '{0}'。请选择该客户的联系人；如需为客户新增联系人，请省略 id。");

    public static readonly Rule PersonUnknown = new(
        "customers.person-unknown", "There is no active user '{0}'.", "没有在职用户 '{0}'。");

    public static readonly Rule UnitUnknown = new(
        "customers.unit-unknown", "There is no org unit '{0}'.", "没有部门 '{0}'。");
}
