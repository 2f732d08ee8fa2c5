using Crm.BuildingBlocks;

namespace Crm.Planning.Contracts;

/// <summary>Customers is asked to draw a sample for a study. Answered by <c>customers.sample-drawn</c> or <c>-refused</c>.</summary>
/// <param name="RequestId">One answer is given to it, however often it is told.</param>
/// <param name="StudyId">For which study.</param>
/// <param name="Name">Of the sample.</param>
/// <param name="SegmentId">Members of a segment; null: customers at large.</param>
/// <param name="Filter">Narrower, in the form of the filters of lists; empty: not at all.</param>
/// <param name="Method"><c>simple</c>, <c>systematic</c> or <c>stratified</c>.</param>
/// <param name="Size">Customers wanted.</param>
/// <param name="Seed">The same seed and frame draw the same sample.</param>
/// <param name="StratifyBy">Dimension of the strata.</param>
/// <param name="Allocation"><c>equal</c>, <c>proportional</c> or <c>neyman</c>.</param>
/// <param name="Measure">Whose spread decides, of Neyman's allocation.</param>
/// <param name="Purpose">For which consent is needed; null: for none.</param>
/// <param name="SeesAll">Whoever asks may see every customer, and everything of them.</param>
/// <param name="RequestedById">Otherwise: within whose rights it is answered.</param>
[EventName("planning.sample-requested.v1")]
public sealed record SampleRequestedV1(
    Guid RequestId,
    Guid StudyId,
    string Name,
    Guid? SegmentId,
    string Filter,
    string Method,
    int Size,
    long Seed,
    string? StratifyBy,
    string? Allocation,
    string? Measure,
    string? Purpose,
    bool SeesAll,
    Guid? RequestedById) : IIntegrationEvent;

/// <summary>Customers is asked to write down who belongs to a segment, now and then every night. Answered by <c>customers.segment-frozen</c>.</summary>
/// <param name="RequestId">Names the wish.</param>
/// <param name="SegmentId">Which segment.</param>
/// <param name="Until">The last day; null: once.</param>
[EventName("planning.segment-wanted.v1")]
public sealed record SegmentWantedV1(Guid RequestId, Guid SegmentId, DateOnly? Until) : IIntegrationEvent;
