namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>A promise of the publishing module, stored in the transaction of its cause. It never runs code and so cannot be poisoned.</summary>
public sealed class OutboxMessage
{
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required string EventName { get; init; }

    /// <summary>JSON; personal values inside are encrypted under the key of their person.</summary>
    public required string Body { get; init; }

    /// <summary><c>order/0192...</c>: events of one stream are delivered in order.</summary>
    public required string Stream { get; init; }

    /// <summary>The aggregate's version the event led to.</summary>
    public required int StreamPosition { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public string? TraceParent { get; init; }

    /// <summary>Null while pending.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }
}
