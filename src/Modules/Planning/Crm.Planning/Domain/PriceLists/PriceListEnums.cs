using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.PriceLists;

internal readonly record struct PlannedPriceListId(Guid Value) : ITypedId
{
    public static PlannedPriceListId New() => new(Guid.CreateVersion7());
}

internal enum PriceListState
{
    /// <summary>Nothing of it was published yet.</summary>
    [Label("Draft", "草稿")]
    Draft,
    [Label("Published", "已发布")]
    Published,
    [Label("Suspended", "已暂停")]
    Suspended,
    [Label("Ended", "已结束")]
    Ended,
    [Label("Archived", "已归档")]
    Archived,
}

/// <summary>How far the next version is.</summary>
internal enum NextVersion
{
    [Label("Draft", "草稿")]
    Draft,
    [Label("Approved", "已批准")]
    Approved,
    /// <summary>What is written is what was published last.</summary>
    [Label("None", "无")]
    None,
}
