using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>A target of an approved plan was set or changed; carries all its months.</summary>
/// <param name="TargetId">Never changes.</param>
/// <param name="PlanId">The plan it belongs to.</param>
/// <param name="PlanName">Its name.</param>
/// <param name="Metric"><c>netSales</c>, <c>orders</c> or <c>units</c>.</param>
/// <param name="ScopeKind"><c>company</c>, <c>person</c>, <c>channel</c> or <c>unit</c>: the unit and all below it.</param>
/// <param name="ScopeKey">Id of the person or unit or name of the channel; null for the company.</param>
/// <param name="Currency">Of money metrics.</param>
/// <param name="Months">Each month once.</param>
/// <param name="ParentId">The target that this one is a part of.</param>
[EventName("planning.target-set.v1")]
public sealed record TargetSetV1(
    Guid TargetId,
    Guid PlanId,
    string PlanName,
    string Metric,
    string ScopeKind,
    string? ScopeKey,
    string? Currency,
    IReadOnlyList<TargetMonthV1> Months,
    Guid? ParentId = null) : IIntegrationEvent;

/// <param name="Month">First day of the month.</param>
/// <param name="Value">What is to be reached, in units of the metric.</param>
/// <param name="Stretch">What would be more than reached; not below the value.</param>
public sealed record TargetMonthV1(DateOnly Month, decimal Value, decimal? Stretch = null);
