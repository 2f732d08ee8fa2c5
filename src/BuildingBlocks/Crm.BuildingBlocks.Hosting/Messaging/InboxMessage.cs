namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>A to-do of one consumer. Retrying, ordering, parking and replaying all happen on these rows.</summary>
public sealed class InboxMessage
{
    public long Position { get; init; }

    public required Guid MessageId { get; init; }

    /// <summary>The consumer's stored name. Unique together with <see cref="MessageId"/>: this pair is the memory that makes delivery exactly once.</summary>
    public required string Consumer { get; init; }

    public required string EventName { get; init; }

    public required string Body { get; init; }

    public required string Stream { get; init; }

    public required int StreamPosition { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public string? TraceParent { get; init; }

    public int Attempts { get; set; }

    public required DateTimeOffset NextAttemptAt { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>Given up on; holds back only its own stream for its own consumer until somebody replays or discards it.</summary>
    public DateTimeOffset? ParkedAt { get; set; }

    /// <summary>Why an administrator discarded it. A discarded row counts as handled.</summary>
    public string? DiscardReason { get; set; }
}
