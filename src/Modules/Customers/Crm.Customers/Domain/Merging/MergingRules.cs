using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Merging;

/// <summary>What a caller can break around merging.</summary>
internal static class MergingRules
{
    public static readonly Rule Merged = new(
        "customers.merged",
        "The customer was merged and stays as it was. Write to the survivor {0}, or undo the merge.",
        "该客户已被合并，不可再更改。请改写合并后的客户 {0}，或撤销合并。");

    public static readonly Rule WithItself = new(
        "customers.merge-with-itself",
        "A customer cannot be merged with itself, nor another one twice.",
        "不能将客户与其自身合并，也不能重复合并同一客户。");

    public static readonly Rule KindsDiffer = new(
        "customers.merge-kinds-differ",
        "An organisation and a person are not the same. Correct the kind of one of them first.",
        "企业与个人不能合并，请先更正其中一个的类型。");

    public static readonly Rule NotMerged = new(
        "customers.not-merged",
        "The customer was not merged, so there is nothing to undo.",
        "该客户未被合并，无可撤销。");

    public static readonly Rule LaterMergeFirst = new(
        "customers.unmerge-later-first",
        "The survivor {0} was itself merged since. Undo that merge first.",
        "合并后的客户 {0} 此后又被合并，请先撤销后一次合并。");

    public static readonly Rule LastMergeFirst = new(
        "customers.unmerge-last-first",
        "The customer {0} was merged into the same survivor later, and may have found there what this one brought. Undo that merge first.",
        "客户 {0} 此后也被合并到同一客户，其内容可能与本次合并重叠，请先撤销那次合并。");

    public static readonly Rule ChangedSince = new(
        "customers.unmerge-changed",
        "What the merge changed was changed again since: {0}. Set it back to what the merge made of it, or keep the customers merged.",
        "合并所改动的内容此后又有变更：{0}。请改回合并后的内容再撤销，或保持合并。");
}
