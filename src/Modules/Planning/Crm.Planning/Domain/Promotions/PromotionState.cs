using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Promotions;

internal readonly record struct PromotionId(Guid Value) : ITypedId
{
    public static PromotionId New() => new(Guid.CreateVersion7());
}

internal enum PromotionState
{
    [Label("Draft", "草稿")]
    Draft,

    [Label("Approved", "已批准")]
    Approved,

    /// <summary>Published, and its first day is still to come.</summary>
    [Label("Scheduled", "待生效")]
    Scheduled,

    [Label("Published", "已发布")]
    Published,

    /// <summary>Nobody new gets it until it is resumed.</summary>
    [Label("Suspended", "已暂停")]
    Suspended,

    [Label("Ended", "已结束")]
    Ended,
}
