using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Activities;

internal sealed record ActivityWasPlanned : DomainEvent;

internal sealed record ActivityWasChanged : DomainEvent;

internal sealed record ActivityWasMoved : DomainEvent;

internal sealed record ActivityWasStarted : DomainEvent;

internal sealed record ActivityWasCompleted : DomainEvent;

internal sealed record ActivityWasCalledOff : DomainEvent;

internal sealed record VisitorCheckedIn : DomainEvent;

internal sealed record VisitorCheckedOut : DomainEvent;

internal sealed record ActivityWasDeleted : DomainEvent;

internal sealed record ActivityWasRestored : DomainEvent;

internal sealed record ActivityWasAnonymised : DomainEvent;
