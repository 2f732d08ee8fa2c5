using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Sampling;

internal enum SamplingMethod
{
    [Label("Simple random", "简单随机")]
    Simple,
    [Label("Systematic", "系统抽样")]
    Systematic,
    [Label("Stratified", "分层抽样")]
    Stratified,
}

/// <summary>How the size of a stratified sample is divided.</summary>
internal enum AllocationKind
{
    /// <summary>By the size of the strata.</summary>
    [Label("Proportional", "按比例")]
    Proportional,

    /// <summary>The same from each.</summary>
    [Label("Equal", "等额")]
    Equal,

    /// <summary>By size times standard deviation of a measure: J. Neyman, 1934.</summary>
    [Label("Neyman", "内曼最优")]
    Neyman,
}
