using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Duplicates;

/// <summary>What a caller can break around duplicates.</summary>
internal static class DuplicatesRules
{
    public static readonly Rule Suspected = new(
        "customers.duplicate-suspected",
        "There may be such a customer already: see 'candidates'. Use that one, or, if it is another one, send the same again with 'duplicateOverride'.",
        "可能已存在该客户，见 'candidates'。请使用已有客户；若确非同一客户，请附上 'duplicateOverride' 重新提交。");

    public static readonly Rule OverrideNotValid = new(
        "customers.duplicate-override-not-valid",
        "The override was given to somebody else, for another body, or too long ago. Send the customer without it to get a new one.",
        "该放行凭证属于他人、对应其他内容或已过期。请去掉凭证重新提交以获取新的凭证。");

    public static readonly Rule AlreadyMerged = new(
        "customers.candidate-merged",
        "These two were merged. Undo the merge first.",
        "这两个客户已合并，请先撤销合并。");

    public static readonly Rule CustomerHidden = new(
        "customers.candidate-hidden",
        "You do not see both customers. Ask the unit of the other one.",
        "您无法查看其中一个客户，请联系其所属部门。");
}
