namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>An event as a consumer gets it.</summary>
/// <param name="MessageId">The same for every delivery of the same event.</param>
/// <param name="EventName">Stored name.</param>
/// <param name="Stream">Where it comes from, such as <c>order/0192...</c>.</param>
/// <param name="StreamPosition">The source aggregate's version; a keeper of copies ignores one that is not greater than what it has.</param>
/// <param name="OccurredAt">When the cause was committed.</param>
/// <param name="Event">The fact. Personal values of a person who was erased are blank.</param>
public record Received(Guid MessageId, string EventName, string Stream, int StreamPosition, DateTimeOffset OccurredAt, IIntegrationEvent Event)
{
    /// <summary>The body as stored, personal values still encrypted: what a module that keeps events keeps.</summary>
    public required string Body { get; init; }
}

/// <inheritdoc cref="Received"/>
public sealed record Received<TEvent>(Guid MessageId, string Stream, int StreamPosition, DateTimeOffset OccurredAt, TEvent Event)
    where TEvent : IIntegrationEvent;

/// <summary>
/// Reacts to one kind of event with database work of its own module only. The effect and the acknowledgement are one commit, so it
/// happens exactly once. Throwing <see cref="RuleBroken"/> parks the message at once, anything else is tried again.
/// </summary>
public interface IConsumer<TEvent>
    where TEvent : IIntegrationEvent
{
    Task Consume(Received<TEvent> received, CancellationToken ct);
}

/// <summary>Takes up to a few hundred events of several kinds in one transaction, in order within each stream. For projections.</summary>
public interface IBatchConsumer
{
    Task Consume(IReadOnlyList<Received> batch, CancellationToken ct);
}
