using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Sampling;

internal readonly record struct SampleId(Guid Value) : ITypedId;

/// <summary>What a sample is drawn from and how.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Filter">Filters of the list of customers as in a query string; empty: all.</param>
/// <param name="SegmentId">Whose members it is drawn from.</param>
/// <param name="SegmentVersion">Which version of the segment.</param>
/// <param name="Method">How places are drawn.</param>
/// <param name="Size">How many customers.</param>
/// <param name="Seed">Decides which; the same gives the same again.</param>
/// <param name="StratifyBy">What customers of a stratum have in common.</param>
/// <param name="Allocation">How a stratified sample is divided.</param>
/// <param name="Measure">What varies, for Neyman allocation.</param>
internal sealed record SampleDesign(
    string Name, string Filter, Guid? SegmentId, int? SegmentVersion, SamplingMethod Method, int Size, long Seed, string? StratifyBy, AllocationKind? Allocation, string? Measure);

/// <param name="Key">What its customers have in common.</param>
/// <param name="Size">How many there were.</param>
/// <param name="Drawn">How many were drawn.</param>
/// <param name="Deviation">Standard deviation of the measure.</param>
internal sealed record SampleStratum(string Key, int Size, int Drawn, decimal Deviation);

/// <summary>Customers that were drawn by chance. Frozen once drawn; from its design and the same frame the same is drawn again.</summary>
internal sealed class Sample : AggregateRoot, IOwned
{
    private Sample()
    {
    }

    public SampleId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Name { get; private set; } = "";

    public string Filter { get; private set; } = "";

    public Guid? SegmentId { get; private set; }

    public int? SegmentVersion { get; private set; }

    public SamplingMethod Method { get; private set; }

    public int Size { get; private set; }

    public long Seed { get; private set; }

    public string? StratifyBy { get; private set; }

    public AllocationKind? Allocation { get; private set; }

    public string? Measure { get; private set; }

    /// <summary>How many customers it was drawn from.</summary>
    public int FrameSize { get; private set; }

    /// <summary>Of the customers it was drawn from, with their strata and measures: SHA-256, in hexadecimal digits.</summary>
    public string FrameHash { get; private set; } = "";

    public IReadOnlyList<SampleStratum> Strata { get; private set; } = [];

    /// <summary>Also the moment that relative dates of the filter are relative to.</summary>
    public DateTimeOffset DrawnAt { get; private set; }

    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    public SampleDesign Design => new(Name, Filter, SegmentId, SegmentVersion, Method, Size, Seed, StratifyBy, Allocation, Measure);

    public static Sample Draw(SampleDesign design, int frameSize, string frameHash, DrawnSample drawn, Guid? owner, Guid? unit, DateTimeOffset now)
    {
        var sample = new Sample
        {
            Id = new SampleId(Guid.CreateVersion7(now)),
            Name = design.Name,
            Filter = design.Filter,
            SegmentId = design.SegmentId,
            SegmentVersion = design.SegmentVersion,
            Method = design.Method,
            Size = design.Size,
            Seed = design.Seed,
            StratifyBy = design.StratifyBy,
            Allocation = design.Allocation,
            Measure = design.Measure,
            FrameSize = frameSize,
            FrameHash = frameHash,
            Strata = drawn.Strata,
            DrawnAt = now,
            OwnerId = owner,
            UnitId = unit,
        };
        sample.Raise(new SampleWasDrawn([.. drawn.Members.Select(m => m.Id)]));
        return sample;
    }
}

/// <summary>A drawn customer.</summary>
internal sealed class SampleMember
{
    public required SampleId SampleId { get; init; }

    /// <summary>From 1, in the order of the frame.</summary>
    public required int Position { get; init; }

    public required CustomerId CustomerId { get; init; }

    /// <summary>What its stratum has in common; null where there are none, and where it says something about a person.</summary>
    public string? Stratum { get; init; }
}

internal sealed record SampleWasDrawn(IReadOnlyList<Guid> Customers) : DomainEvent;
