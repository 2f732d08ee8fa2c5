using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application;
using Crm.Customers.Application.Sampling;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Sampling;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Sampling;

internal sealed record SampleRow(Guid Id, string Name, SamplingMethod Method, int Size, int FrameSize, Guid? SegmentId, DateTimeOffset DrawnAt)
{
    public static readonly Expression<Func<Sample, SampleRow>> FromSample = s => new SampleRow(s.Id.Value, s.Name, s.Method, s.Size, s.FrameSize, s.SegmentId, s.DrawnAt);
}

/// <param name="Id">Of the sample.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Filter">Of the list of customers.</param>
/// <param name="SegmentId">Whose members it was drawn from.</param>
/// <param name="SegmentVersion">By which version of its rules.</param>
/// <param name="Method">How it was drawn.</param>
/// <param name="Size">How many were drawn.</param>
/// <param name="Seed">By which it is drawn again.</param>
/// <param name="Generator">What makes places of the seed.</param>
/// <param name="StratifyBy">What customers of a stratum have in common.</param>
/// <param name="Allocation">How it was divided.</param>
/// <param name="Measure">What varies, for Neyman allocation.</param>
/// <param name="FrameSize">How many it was drawn from.</param>
/// <param name="FrameHash">Of those.</param>
/// <param name="Strata">What was drawn from each; empty where the caller may not see what they have in common, or they are by age or sex and one of them is of few.</param>
/// <param name="DrawnAt">When.</param>
/// <param name="OwnerId">Who drew it.</param>
internal sealed record SampleView(
    Guid Id,
    string Name,
    string Filter,
    Guid? SegmentId,
    int? SegmentVersion,
    SamplingMethod Method,
    int Size,
    long Seed,
    string Generator,
    string? StratifyBy,
    AllocationKind? Allocation,
    string? Measure,
    int FrameSize,
    string FrameHash,
    IReadOnlyList<SampleStratum> Strata,
    DateTimeOffset DrawnAt,
    Guid? OwnerId)
{
    private const string Splitmix = "SplitMix64; selection sampling over the frame in the order of the ids";

    public static SampleView Of(Sample s, bool showsStrata) => new(
        s.Key, s.Name, s.Filter, s.SegmentId, s.SegmentVersion, s.Method, s.Size, s.Seed, Splitmix, s.StratifyBy, s.Allocation, s.Measure, s.FrameSize, s.FrameHash, showsStrata ? s.Strata : [], s.DrawnAt,
        s.OwnerId);
}

/// <summary>A drawn customer with what the caller may know of it.</summary>
internal sealed class DrawnCustomer
{
    public int Position { get; init; }

    public CustomerId CustomerId { get; init; }

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Stratum { get; init; }

    /// <summary>Those of the sample that the caller may see.</summary>
    public static IQueryable<DrawnCustomer> Of(CustomersDbContext db, SampleId sample, bool showsStrata) =>
        db.Set<SampleMember>().Where(m => m.SampleId == sample).Join(
            db.Customers.IgnoreQueryFilters([ModuleDbContext.MergedFilter]), m => m.CustomerId, c => c.Id,
            (m, c) => new DrawnCustomer { Position = m.Position, CustomerId = c.Id, Code = c.Code, Name = c.Name, Stratum = showsStrata ? m.Stratum : null });
}

internal sealed record DrawnCustomerRow(
    Guid CustomerId,
    int Position,
    [property: MaskedAs($"{CustomerInput.Resource}.code")] string Code,
    [property: MaskedAs($"{CustomerInput.Resource}.name")] string Name,
    string? Stratum)
{
    public static readonly Expression<Func<DrawnCustomer, DrawnCustomerRow>> FromMember = m => new DrawnCustomerRow(m.CustomerId.Value, m.Position, m.Code, m.Name, m.Stratum);

    public static string? Shown(Caller caller, string field, string text) => MaskedText.Of(caller, $"{CustomerInput.Resource}.{field}", text);
}

/// <param name="FrameHash">Of what it would be drawn from now.</param>
/// <param name="FrameSize">How many that are.</param>
/// <param name="IsSameFrame">They are the same, with the same strata and measures.</param>
/// <param name="IsSameSample">The same customers are drawn.</param>
/// <param name="CameIn">Drawn now and not then; only those whom the caller may see can be drawn.</param>
/// <param name="FellOut">Drawn then and not now, as far as the caller may see them.</param>
internal sealed record RedrawnSample(string FrameHash, int FrameSize, bool IsSameFrame, bool IsSameSample, IReadOnlyList<Guid> CameIn, IReadOnlyList<Guid> FellOut)
{
    public static RedrawnSample Of(Sample sample, Frame frame, IReadOnlyList<Guid> drawn, IReadOnlyList<Guid> kept, IReadOnlyCollection<Guid> seen)
    {
        var hash = frame.Hash();
        return new RedrawnSample(hash, frame.Members.Count, hash == sample.FrameHash, drawn.SequenceEqual(kept), [.. drawn.Except(kept)], [.. kept.Except(drawn).Where(seen.Contains)]);
    }
}
