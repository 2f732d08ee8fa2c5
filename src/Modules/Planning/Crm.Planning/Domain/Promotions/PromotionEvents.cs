using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Promotions;

internal sealed record PromotionWasDrafted : DomainEvent;

internal sealed record PromotionWasChanged : DomainEvent;

internal sealed record PromotionWasApproved : DomainEvent;

/// <summary>Its conditions name a segment, so that somebody has to know who is in it.</summary>
internal sealed record SegmentWasWanted(Guid RequestId, Guid SegmentId, DateOnly Until) : DomainEvent;

/// <summary>One part of the text of a version; a short one has one.</summary>
internal sealed record PromotionWasPublished(int Number, int Part) : DomainEvent;

internal sealed record PromotionWasSuspended : DomainEvent;

internal sealed record PromotionWasResumed : DomainEvent;

internal sealed record PromotionHasEnded : DomainEvent;

/// <summary>The first day of a published version has come.</summary>
internal sealed record PromotionHasBegun : DomainEvent;

internal sealed record PromotionWasArchived : DomainEvent;

internal sealed record PromotionWasDeleted : DomainEvent;

internal sealed record PromotionWasRestored : DomainEvent;
