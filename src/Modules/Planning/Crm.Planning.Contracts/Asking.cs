using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>Customers is asked to write down who belongs to a segment, now and then every night. Answered by <c>customers.segment-frozen</c>.</summary>
/// <param name="RequestId">Names the wish.</param>
/// <param name="SegmentId">Which segment.</param>
/// <param name="Until">The last day; null: once.</param>
[EventName("planning.segment-wanted.v1")]
public sealed record SegmentWantedV1(Guid RequestId, Guid SegmentId, DateOnly? Until) : IIntegrationEvent;
