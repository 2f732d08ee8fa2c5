using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Promotions;

internal static class PromotionRules
{
    public static readonly Rule CodeTaken = new(
        "planning.promotion-code-taken", "There is another promotion with the code '{0}'.", "代码 '{0}' 已被另一个促销使用。");

    public static readonly Rule NotDraft = new(
        "planning.promotion-not-draft", "The promotion was published and cannot be deleted. End it instead.", "该促销已发布，不能删除，请将其结束。");

    public static readonly Rule NotDeleted = new(
        "planning.promotion-not-deleted", "The promotion is not deleted, so there is nothing to restore.", "该促销未被删除，无需恢复。");

    public static readonly Rule Ended = new(
        "planning.promotion-ended", "The promotion has ended and does not change any more.", "该促销已结束，不能再更改。");

    public static readonly Rule NothingToApprove = new(
        "planning.promotion-nothing-to-approve", "There is no draft of the promotion that waits for approval.", "该促销没有待批准的草稿。");

    public static readonly Rule Unbounded = new(
        "planning.promotion-unbounded",
        "Say when the promotion begins and ends, who answers for its cost, and a limit: uses, uses or amount per customer, or a budget.",
        "请填写促销的起止日期、费用负责人以及至少一项限制：使用次数、每位客户的次数或金额，或预算。");

    public static readonly Rule NotApproved = new(
        "planning.promotion-not-approved", "Only an approved draft can be published.", "只有已批准的草稿才能发布。");

    public static readonly Rule Over = new(
        "planning.promotion-over", "The last day of the promotion, {0:yyyy-MM-dd}, is over.", "促销的最后一天 {0:yyyy-MM-dd} 已过。");

    public static readonly Rule NotRunning = new(
        "planning.promotion-not-running", "The promotion is not published, or is suspended already.", "该促销未发布，或已暂停。");

    public static readonly Rule NotSuspended = new(
        "planning.promotion-not-suspended", "The promotion is not suspended.", "该促销未被暂停。");

    public static readonly Rule NeverPublished = new(
        "planning.promotion-never-published", "The promotion was never published: delete it instead.", "该促销从未发布，请将其删除。");

    public static readonly Rule NotEnded = new(
        "planning.promotion-not-ended", "Only a promotion that has ended can be archived, once.", "只有已结束的促销才能归档，且只能归档一次。");
}
