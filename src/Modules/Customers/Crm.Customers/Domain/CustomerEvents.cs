using Crm.BuildingBlocks;

namespace Crm.Customers.Domain;

internal sealed record CustomerWasRegistered : DomainEvent;

internal sealed record CustomerWasChanged : DomainEvent;

internal sealed record CustomerWasDeleted : DomainEvent;

internal sealed record CustomerWasRestored : DomainEvent;

internal sealed record CustomerWasAnonymised : DomainEvent;
