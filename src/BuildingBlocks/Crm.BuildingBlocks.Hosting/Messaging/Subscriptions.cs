using Crm.BuildingBlocks.Hosting.Modules;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>Who wants which event, among the modules that are switched on.</summary>
public sealed class Subscriptions
{
    private readonly ILookup<string, Subscription> _byEvent;

    public Subscriptions(ModuleCatalog catalog) => _byEvent = (
        from module in catalog.Descriptions
        from consumer in module.Consumers
        from wanted in consumer.Events
        select (Event: EventNames.Of(wanted), Subscription: new Subscription(module, consumer))).ToLookup(s => s.Event, s => s.Subscription);

    public IEnumerable<Subscription> To(string eventName) => _byEvent[eventName];
}

public sealed record Subscription(ModuleDescription Module, ConsumerDescription Consumer);
