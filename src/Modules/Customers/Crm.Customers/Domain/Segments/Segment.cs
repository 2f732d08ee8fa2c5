using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Segments;

internal readonly record struct SegmentId(Guid Value) : ITypedId;

/// <summary>A group of customers described by rules, in versions of which at most one is in force.</summary>
internal sealed class Segment : AggregateRoot
{
    private readonly List<SegmentVersion> _versions = [];

    private Segment()
    {
    }

    public SegmentId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Name { get; private set; } = "";

    public string? Description { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public IReadOnlyList<SegmentVersion> Versions => _versions;

    public SegmentVersion? Draft => _versions.Find(v => v.State == SegmentState.Draft);

    public SegmentVersion? Published => _versions.Find(v => v.State == SegmentState.Published);

    public static Segment Describe(string name, string? description, string rules, DateTimeOffset now)
    {
        var segment = new Segment { Id = new SegmentId(Guid.CreateVersion7(now)), Name = name, Description = description, CreatedAt = now };
        segment._versions.Add(new SegmentVersion(1, rules, now));
        segment.Raise(new SegmentWasDescribed());
        return segment;
    }

    /// <summary>Changes the draft; where there is none, what is in force stays and a new draft is begun.</summary>
    public void Redescribe(string name, string? description, string rules, DateTimeOffset now)
    {
        (Name, Description) = (name, description);
        if (Draft is { } draft) draft.Rewrite(rules);
        else if (_versions.MaxBy(v => v.Number)!.Rules != rules) _versions.Add(new SegmentVersion(_versions.Max(v => v.Number) + 1, rules, now));
        Raise(new SegmentWasDescribed());
    }

    public SegmentVersion Publish(DateTimeOffset now)
    {
        var draft = Draft ?? throw SegmentsRules.NothingToPublish.Broken();
        Published?.Retire(now);
        draft.Publish(now);
        Raise(new SegmentWasPublished(draft.Number));
        return draft;
    }

    public void Retire(DateTimeOffset now)
    {
        (Published ?? throw SegmentsRules.NotPublished.Broken()).Retire(now);
        Raise(new SegmentWasRetired());
    }

    /// <summary>Writes down who belongs to the version in force at this moment.</summary>
    /// <param name="members">Ids of customers.</param>
    /// <param name="idsPerEvent">So many are told at once.</param>
    /// <param name="now">The moment.</param>
    public SegmentFreeze Freeze(IReadOnlyList<CustomerId> members, int idsPerEvent, DateTimeOffset now)
    {
        var version = Published ?? throw SegmentsRules.NotPublished.Broken();
        var freeze = new SegmentFreeze { Id = Guid.CreateVersion7(now), SegmentId = Id, SegmentVersion = version.Number, FrozenAt = now, Count = members.Count };
        var parts = members.Select(m => m.Value).Chunk(idsPerEvent).ToList();
        if (parts.Count == 0) parts.Add([]);
        for (var part = 0; part < parts.Count; part++) Raise(new SegmentWasFrozen(freeze, part + 1, parts.Count, parts[part]));
        return freeze;
    }
}

/// <summary>The rules of a segment as they were at one time.</summary>
internal sealed class SegmentVersion
{
    private SegmentVersion()
    {
    }

    public SegmentVersion(int number, string rules, DateTimeOffset now) => (Number, Rules, CreatedAt) = (number, rules, now);

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public SegmentState State { get; private set; }

    /// <summary>The tree of rules as JSON.</summary>
    public string Rules { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }

    internal void Rewrite(string rules) => Rules = rules;

    internal void Publish(DateTimeOffset now) => (State, PublishedAt) = (SegmentState.Published, now);

    internal void Retire(DateTimeOffset now) => (State, RetiredAt) = (SegmentState.Retired, now);
}

/// <summary>Who belonged to a segment at one moment. It never changes.</summary>
internal sealed class SegmentFreeze
{
    public required Guid Id { get; init; }

    public required SegmentId SegmentId { get; init; }

    public required int SegmentVersion { get; init; }

    public required DateTimeOffset FrozenAt { get; init; }

    public required int Count { get; init; }
}

/// <summary>A customer of a frozen segment.</summary>
internal sealed class SegmentMember
{
    public required Guid FreezeId { get; init; }

    public required CustomerId CustomerId { get; init; }
}

internal enum SegmentState
{
    [Label("Draft", "草稿")]
    Draft,
    [Label("Published", "已发布")]
    Published,
    [Label("Retired", "已停用")]
    Retired,
}

internal sealed record SegmentWasDescribed : DomainEvent;

internal sealed record SegmentWasPublished(int Number) : DomainEvent;

internal sealed record SegmentWasRetired : DomainEvent;

internal sealed record SegmentWasFrozen(SegmentFreeze Freeze, int Part, int Parts, IReadOnlyList<Guid> Customers) : DomainEvent;
