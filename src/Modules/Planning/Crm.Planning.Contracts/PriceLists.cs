using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>A version of a price list was published; it never changes. Long texts are told in several parts, each an event.</summary>
/// <param name="PriceListId">The list, the same for all its versions.</param>
/// <param name="Code">As orders name it.</param>
/// <param name="Version">From 1.</param>
/// <param name="PublishedAt">The same in every part.</param>
/// <param name="Part">From 1.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="Text">Of this part; all of them one after the other are the list as the price engine reads it, in JSON.</param>
[EventName("planning.price-list-published.v1")]
public sealed record PriceListPublishedV1(
    Guid PriceListId, string Code, int Version, DateTimeOffset PublishedAt, int Part, int Parts, string Text) : IIntegrationEvent;

/// <summary>A price list is not to be sold by until further notice.</summary>
[EventName("planning.price-list-suspended.v1")]
public sealed record PriceListSuspendedV1(Guid PriceListId, string Code, string? Reason, DateTimeOffset At) : IIntegrationEvent;

/// <summary>A suspended price list holds again.</summary>
[EventName("planning.price-list-resumed.v1")]
public sealed record PriceListResumedV1(Guid PriceListId, string Code, string? Reason, DateTimeOffset At) : IIntegrationEvent;

/// <summary>A price list is over for good.</summary>
/// <param name="PriceListId">Which list.</param>
/// <param name="Code">As orders name it.</param>
/// <param name="Reason">As it was given.</param>
/// <param name="At">When.</param>
/// <param name="IsEarly">Ended by hand: nobody sells by it any more. Otherwise its days are over and orders of those days keep it.</param>
[EventName("planning.price-list-ended.v1")]
public sealed record PriceListEndedV1(Guid PriceListId, string Code, string? Reason, DateTimeOffset At, bool IsEarly) : IIntegrationEvent;
