namespace Crm.Reporting.Persistence.Facts;

/// <summary>
/// An event behind the facts, kept for good: everything else in this schema that is counted can be made again from these rows.
/// Unique by stream and position, so that a second delivery is seen as such.
/// </summary>
internal sealed class KeptEvent
{
    /// <summary>Order in which the events were taken in, from 1 and without gaps. It is the commit order, because one batch at a time is projected.</summary>
    public required long Position { get; init; }

    public required string Stream { get; init; }

    public required int StreamPosition { get; init; }

    public required string EventName { get; init; }

    /// <summary>As published, personal values still encrypted under the key of the person.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }
}
