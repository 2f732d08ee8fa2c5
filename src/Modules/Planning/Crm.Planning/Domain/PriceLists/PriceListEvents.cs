using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.PriceLists;

internal sealed record PriceListWasCreated : DomainEvent;

internal sealed record PriceListWasChanged : DomainEvent;

internal sealed record PriceListWasApproved : DomainEvent;

/// <param name="Number">Of the version.</param>
/// <param name="Part">From 1.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="Text">Of this part.</param>
internal sealed record PriceListWasPublished(int Number, int Part, int Parts, string Text) : DomainEvent;

internal sealed record PriceListWasSuspended : DomainEvent;

internal sealed record PriceListWasResumed : DomainEvent;

internal sealed record PriceListWasEnded : DomainEvent;

internal sealed record PriceListWasArchived : DomainEvent;

internal sealed record PriceListWasDeleted : DomainEvent;

internal sealed record PriceListWasRestored : DomainEvent;
