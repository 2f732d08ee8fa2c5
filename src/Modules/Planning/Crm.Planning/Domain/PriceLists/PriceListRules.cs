using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.PriceLists;

/// <summary>What a caller can break about price lists and proposals. The codes are public and never change.</summary>
internal static class PriceListRules
{
    public static readonly Rule CodeTaken = new(
        "planning.price-list-code-taken", "There is another price list with the code {0}.", "已有代码为 {0} 的价目表。");

    public static readonly Rule CodeStays = new(
        "planning.price-list-code-stays", "Orders name the list by {0} since it was published; its code does not change any more.", "价目表发布后订单以 {0} 引用，代码不能再更改。");

    public static readonly Rule NothingDrafted = new(
        "planning.price-list-nothing-drafted", "There is no draft of a next version that could be approved: change the list first.", "没有可批准的新版本草稿：请先修改价目表。");

    public static readonly Rule NotApproved = new(
        "planning.price-list-not-approved", "Only what is approved can be published.", "只有已批准的内容才能发布。");

    public static readonly Rule NotInForce = new(
        "planning.price-list-not-in-force", "The list is {0}; this can be done only with one that is {1}.", "价目表当前状态为 {0}；仅状态为 {1} 时可以执行。");

    public static readonly Rule Over = new(
        "planning.price-list-over", "The list has ended and does not change any more: make another one.", "价目表已结束，不能再更改：请另建价目表。");

    public static readonly Rule NotDeletable = new(
        "planning.price-list-not-deletable", "Something of the list was published, so it cannot be deleted: end it and archive it.", "价目表已有发布内容，不能删除：请结束并归档。");

    public static readonly Rule NotDeleted = new(
        "planning.price-list-not-deleted", "The list is not deleted, so there is nothing to restore.", "该价目表未被删除，无需恢复。");

    public static readonly Rule PriceMissing = new(
        "planning.price-missing",
        "{0} has no price from quantity {1} on: give one, or have prices proposed and accept them.",
        "{0} 从数量 {1} 起没有价格：请填写价格，或生成建议价并接受。");

    public static readonly Rule BelowFloor = new(
        "planning.price-below-floor",
        "{0} from quantity {1} on would cost {2}, below its floor of {3}: raise it, or give the reason for the exception.",
        "{0} 从数量 {1} 起的价格 {2} 低于底价 {3}：请提高价格，或说明例外原因。");

    public static readonly Rule Overlap = new(
        "planning.price-lists-overlap",
        "The list {0} has the same scope and priority on some of the days. Give one of them another priority or other days.",
        "价目表 {0} 在部分日期具有相同的适用范围和优先级。请更改其中之一的优先级或日期。");

    public static readonly Rule ProposalStale = new(
        "planning.proposal-stale", "The draft has changed since these prices were proposed: have them proposed again.", "草稿在生成建议价之后已更改：请重新生成建议价。");

    public static readonly Rule NothingProposed = new(
        "planning.nothing-proposed", "{0} has no proposed price that is still open.", "{0} 没有待决定的建议价。");
}
