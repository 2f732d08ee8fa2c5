using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>A version of a promotion was published, with the limits within which Sales Orders may give it. It never changes.</summary>
/// <param name="PromotionId">The promotion, the same for all its versions.</param>
/// <param name="Code">As orders name it.</param>
/// <param name="Version">From 1.</param>
/// <param name="PublishedAt">The same in every part.</param>
/// <param name="CampaignId">The campaign it belongs to.</param>
/// <param name="CostOwnerId">The user who answers for what it costs.</param>
/// <param name="MaxUses">Orders that may have it; null: no limit.</param>
/// <param name="MaxUsesPerCoupon">Orders that may show one code; null: no limit.</param>
/// <param name="MaxUsesPerCustomer">Orders of one customer that may have it; null: no limit.</param>
/// <param name="MostPerCustomer">Most it takes off all orders of one customer together; null: no limit.</param>
/// <param name="Budget">Most it takes off all orders together, in its currency; null: no limit.</param>
/// <param name="Part">From 1.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="Text">Of this part; all of them one after the other are the promotion as the price engine reads it, in JSON and without codes.</param>
[EventName("planning.promotion-published.v1")]
public sealed record PromotionPublishedV1(
    Guid PromotionId,
    string Code,
    int Version,
    DateTimeOffset PublishedAt,
    Guid? CampaignId,
    Guid CostOwnerId,
    int? MaxUses,
    int? MaxUsesPerCoupon,
    int? MaxUsesPerCustomer,
    decimal? MostPerCustomer,
    decimal? Budget,
    int Part,
    int Parts,
    string Text) : IIntegrationEvent;

/// <summary>A promotion is not to be given until further notice.</summary>
[EventName("planning.promotion-suspended.v1")]
public sealed record PromotionSuspendedV1(Guid PromotionId, string Code, string? Reason, DateTimeOffset At) : IIntegrationEvent;

/// <summary>A suspended promotion is given again.</summary>
[EventName("planning.promotion-resumed.v1")]
public sealed record PromotionResumedV1(Guid PromotionId, string Code, string? Reason, DateTimeOffset At) : IIntegrationEvent;

/// <summary>A promotion is over for good.</summary>
/// <param name="PromotionId">Which promotion.</param>
/// <param name="Code">As orders name it.</param>
/// <param name="Reason">As it was given.</param>
/// <param name="At">When.</param>
/// <param name="IsEarly">Ended by hand: nobody gets it any more. Otherwise its days are over and orders of those days keep it.</param>
[EventName("planning.promotion-ended.v1")]
public sealed record PromotionEndedV1(Guid PromotionId, string Code, string? Reason, DateTimeOffset At, bool IsEarly) : IIntegrationEvent;
