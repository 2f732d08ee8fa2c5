using System.Collections.Concurrent;
using System.Reflection;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>The one file in which a module says what it tells the others. Everything not listed stays inside.</summary>
public abstract class PublishedEvents
{
    /// <summary>Null keeps the event inside the module.</summary>
    public abstract IIntegrationEvent? Translate(AggregateRoot source, DomainEvent happened);
}

public static class EventNames
{
    private static readonly ConcurrentDictionary<Type, string> Known = new();

    public static string Of(Type integrationEvent) => Known.GetOrAdd(integrationEvent, static type =>
        type.GetCustomAttribute<EventNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{type.FullName} has no [EventName]."));
}
