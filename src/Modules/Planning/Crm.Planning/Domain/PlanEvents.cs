using Crm.BuildingBlocks;

namespace Crm.Planning.Domain;

internal sealed record PlanWasCreated : DomainEvent;

internal sealed record PlanWasChanged : DomainEvent;

internal sealed record TargetsWereSet : DomainEvent;

/// <summary>A target of an approved plan holds from now on.</summary>
internal sealed record TargetCameIntoForce(Guid TargetId) : DomainEvent;

internal sealed record PlanWasApproved : DomainEvent;

internal sealed record PlanWasSubmitted : DomainEvent;

internal sealed record PlanWasReturned : DomainEvent;

internal sealed record PlanWasActivated : DomainEvent;

internal sealed record PlanWasClosed : DomainEvent;

internal sealed record PlanWasDeleted : DomainEvent;

internal sealed record PlanWasRestored : DomainEvent;
