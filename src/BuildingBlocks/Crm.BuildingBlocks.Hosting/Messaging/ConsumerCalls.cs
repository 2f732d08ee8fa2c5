using System.Diagnostics;
using System.Reflection;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.PersonalData;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>Hands stored messages to the class of a consumer, as the events they are.</summary>
internal sealed class ConsumerCalls
{
    private readonly ConsumerDescription _consumer;
    private readonly Dictionary<string, (Type Event, Call Call)> _events;

    public ConsumerCalls(ConsumerDescription consumer)
    {
        _consumer = consumer;
        _events = consumer.Events.ToDictionary(EventNames.Of, e => (e, consumer.InBatches ? NotSingle : CallOf(e)));
    }

    private delegate Task Call(object consumer, InboxMessage message, IIntegrationEvent happened, CancellationToken ct);

    /// <summary>Does the effect of the messages inside the present transaction and leaves nothing unsaved.</summary>
    public async Task Run(IReadOnlyList<InboxMessage> batch, IServiceProvider scope, ModuleDbContext db, CancellationToken ct)
    {
        var consumer = scope.GetRequiredService(_consumer.Type);
        var persons = scope.GetRequiredService<IPersonKeys>();
        if (_consumer.InBatches)
        {
            using var activity = MessagingActivities.Consume(_consumer.Name, batch);
            var received = new List<Received>(batch.Count);
            foreach (var message in batch) received.Add(Received(message, await Read(message, persons, ct)));
            await ((IBatchConsumer)consumer).Consume(received, ct);
            await db.SaveChangesAsync(ct);
            return;
        }

        foreach (var message in batch)
        {
            using var activity = MessagingActivities.Consume(_consumer.Name, [message]);
            await _events[message.EventName].Call(consumer, message, await Read(message, persons, ct), ct);
            if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync(ct);

            // The next message starts as if it were alone; what this one has loaded would only slow it down.
            db.ChangeTracker.Clear();
        }
    }

    private async ValueTask<IIntegrationEvent> Read(InboxMessage message, IPersonKeys persons, CancellationToken ct) =>
        _events.TryGetValue(message.EventName, out var known)
            ? (IIntegrationEvent)await PersonalJson.Read(message.Body, known.Event, persons, ct)
            : throw new InvalidOperationException($"{_consumer.Name} does not know the event '{message.EventName}' any more.");

    private static Received Received(InboxMessage message, IIntegrationEvent happened) =>
        new(message.MessageId, message.EventName, message.Stream, message.StreamPosition, message.OccurredAt, happened) { Body = message.Body };

    private static Call CallOf(Type happened) => typeof(ConsumerCalls)
        .GetMethod(nameof(Single), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(happened).CreateDelegate<Call>();

    private static Task Single<TEvent>(object consumer, InboxMessage message, IIntegrationEvent happened, CancellationToken ct)
        where TEvent : IIntegrationEvent =>
        ((IConsumer<TEvent>)consumer).Consume(
            new Received<TEvent>(message.MessageId, message.Stream, message.StreamPosition, message.OccurredAt, (TEvent)happened), ct);

    private static Task NotSingle(object consumer, InboxMessage message, IIntegrationEvent happened, CancellationToken ct) =>
        throw new UnreachableException();
}
