namespace Crm.BuildingBlocks.Hosting.Messaging;

internal static class InboxMessages
{
    public static InboxMessage From(OutboxMessage message, string consumer, DateTimeOffset now) => new()
    {
        MessageId = message.Id,
        Consumer = consumer,
        EventName = message.EventName,
        Body = message.Body,
        Stream = message.Stream,
        StreamPosition = message.StreamPosition,
        OccurredAt = message.OccurredAt,
        ReceivedAt = now,
        NextAttemptAt = now,
        TraceParent = message.TraceParent,
    };
}
