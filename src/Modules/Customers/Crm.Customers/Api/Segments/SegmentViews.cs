using System.Linq.Expressions;
using Crm.Customers.Application.Segments;
using Crm.Customers.Domain.Segments;

namespace Crm.Customers.Api.Segments;

/// <param name="Id">Of the segment.</param>
/// <param name="Name">As people call it.</param>
/// <param name="PublishedVersion">That is in force; null: none.</param>
/// <param name="HasDraft">Rules are being changed.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="Version">Of the record.</param>
internal sealed record SegmentRow(Guid Id, string Name, int? PublishedVersion, bool HasDraft, DateTimeOffset CreatedAt, int Version)
{
    public static readonly Expression<Func<Segment, SegmentRow>> FromSegment = s => new SegmentRow(
        s.Id.Value, s.Name, s.Versions.Where(v => v.State == SegmentState.Published).Select(v => (int?)v.Number).FirstOrDefault(),
        s.Versions.Any(v => v.State == SegmentState.Draft), s.CreatedAt, s.Version);
}

internal sealed record SegmentView(Guid Id, string Name, string? Description, SegmentRule Rules, IReadOnlyList<SegmentVersionView> Versions, DateTimeOffset CreatedAt, int Version)
{
    /// <summary>Its rules are those of the newest version, which a change replaces or follows.</summary>
    public static SegmentView Of(Segment s) => new(
        s.Key, s.Name, s.Description, SegmentRule.Read(s.Versions.MaxBy(v => v.Number)!.Rules), [.. s.Versions.OrderByDescending(v => v.Number).Select(SegmentVersionView.Of)], s.CreatedAt,
        s.Version);
}

internal sealed record SegmentVersionView(int Number, SegmentState State, SegmentRule Rules, DateTimeOffset CreatedAt, DateTimeOffset? PublishedAt, DateTimeOffset? RetiredAt)
{
    public static SegmentVersionView Of(SegmentVersion v) => new(v.Number, v.State, SegmentRule.Read(v.Rules), v.CreatedAt, v.PublishedAt, v.RetiredAt);
}

internal sealed record FreezeView(Guid Id, int SegmentVersion, DateTimeOffset FrozenAt, int Count);

/// <param name="Rules">To be tried.</param>
/// <param name="AsOf">The moment that relative dates are relative to; left out: now.</param>
internal sealed record PreviewRequest(SegmentRule Rules, DateTimeOffset? AsOf = null);

/// <param name="AsOf">The moment that relative dates are relative to.</param>
/// <param name="Count">Customers that the rules find, among those whom the caller may see.</param>
/// <param name="Nodes">What each node finds by itself.</param>
/// <param name="ExampleIds">A few of them.</param>
internal sealed record SegmentPreview(DateTimeOffset AsOf, int Count, IReadOnlyList<NodeCount> Nodes, IReadOnlyList<Guid> ExampleIds)
{
    public const int Examples = 5;
}

/// <param name="Path">Of the node within the rules, such as <c>/all/0</c>; empty: the rules as a whole.</param>
/// <param name="Count">Customers that it finds.</param>
internal sealed record NodeCount(string Path, int Count);
