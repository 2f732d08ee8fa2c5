using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>Something that was planned with a customer took place. What was said stays with Customers.</summary>
/// <param name="ActivityId">Never changes; told once, and again when it was withdrawn and is restored.</param>
/// <param name="CustomerId">With or for whom; the customer itself, not the one that it may have been merged into since.</param>
/// <param name="Kind"><c>visit</c>, <c>call</c>, <c>meeting</c>, <c>message</c> or <c>task</c>.</param>
/// <param name="StartsAt">As it was planned.</param>
/// <param name="EndsAt">As it was planned.</param>
/// <param name="HappenedAt">When it was over.</param>
/// <param name="MinutesOnSite">Whole minutes between check-in and check-out of a visit; null where nobody checked in.</param>
/// <param name="MetresAtArrival">From the visitor to the customer's address at check-in; null where it is not known.</param>
/// <param name="OwnerId">The user who did it.</param>
/// <param name="UnitId">Org unit it belongs to.</param>
/// <param name="OrderId">The order it was about.</param>
/// <param name="OpportunityId">The opportunity it was about.</param>
/// <param name="CaseId">The case it was about.</param>
[EventName("customers.activity-completed.v1")]
public sealed record ActivityCompletedV1(
    Guid ActivityId,
    Guid CustomerId,
    string Kind,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    DateTimeOffset HappenedAt,
    int? MinutesOnSite,
    int? MetresAtArrival,
    Guid? OwnerId,
    Guid? UnitId,
    Guid? OrderId,
    Guid? OpportunityId,
    Guid? CaseId) : IIntegrationEvent;

/// <summary>What was told to have taken place was deleted: it had been written down by mistake.</summary>
/// <param name="ActivityId">As it was told.</param>
/// <param name="CustomerId">As it was told.</param>
[EventName("customers.activity-withdrawn.v1")]
public sealed record ActivityWithdrawnV1(Guid ActivityId, Guid CustomerId) : IIntegrationEvent;
