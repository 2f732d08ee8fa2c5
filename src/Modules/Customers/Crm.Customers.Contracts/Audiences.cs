using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>Who belongs to a segment was written down. Many customers are told in several parts, each an event.</summary>
/// <param name="SegmentId">Which segment.</param>
/// <param name="SegmentVersion">By which version of its rules.</param>
/// <param name="FreezeId">The list, the same in every part.</param>
/// <param name="FrozenAt">The moment that it is true of.</param>
/// <param name="Count">Of all parts together.</param>
/// <param name="Part">From 1.</param>
/// <param name="Parts">How many there are.</param>
/// <param name="CustomerIds">Of this part; ids and nothing else.</param>
[EventName("customers.segment-frozen.v1")]
public sealed record SegmentFrozenV1(
    Guid SegmentId, int SegmentVersion, Guid FreezeId, DateTimeOffset FrozenAt, int Count, int Part, int Parts, IReadOnlyList<Guid> CustomerIds) : IIntegrationEvent;

/// <summary>Customers were drawn by chance.</summary>
/// <param name="SampleId">Which sample.</param>
/// <param name="Method"><c>simple</c>, <c>systematic</c> or <c>stratified</c>.</param>
/// <param name="SegmentId">Whose members they were drawn from; null: customers at large.</param>
/// <param name="DrawnAt">When.</param>
/// <param name="CustomerIds">In the order of the frame; ids and nothing else.</param>
[EventName("customers.sample-drawn.v1")]
public sealed record SampleDrawnV1(Guid SampleId, string Method, Guid? SegmentId, DateTimeOffset DrawnAt, IReadOnlyList<Guid> CustomerIds) : IIntegrationEvent;
