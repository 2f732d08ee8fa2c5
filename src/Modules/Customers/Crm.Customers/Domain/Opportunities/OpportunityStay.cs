using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Opportunities;

/// <summary>A time that an opportunity spent in one stage.</summary>
internal sealed class OpportunityStay
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public PipelineId PipelineId { get; init; }

    public string Stage { get; init; } = "";

    public DateTimeOffset EnteredAt { get; init; }

    /// <summary>Null while it is there.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The caller who brought it here.</summary>
    public Guid ById { get; init; }

    /// <summary>What was said about it.</summary>
    [Personal]
    public string? Note { get; private set; }

    public static OpportunityStay In(PipelineId pipeline, string stage, string? note, Guid by, DateTimeOffset now) =>
        new() { PipelineId = pipeline, Stage = stage, Note = note, ById = by, EnteredAt = now };

    public TimeSpan Length(DateTimeOffset now) => (LeftAt ?? now) - EnteredAt;

    public void End(DateTimeOffset now) => LeftAt = now;

    public void Forget() => Note = null;
}
