using Crm.BuildingBlocks.Hosting.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>All relays and inboxes of this host. Nothing of it runs by itself: <see cref="MessagingLoops"/> runs it, or a test step by step.</summary>
public sealed class MessageFlow
{
    public MessageFlow(ModuleCatalog catalog, IServiceProvider services)
    {
        var stored = catalog.Descriptions.Where(d => d.Context is not null).ToList();
        Relays = [.. stored.Select(module => ActivatorUtilities.CreateInstance<OutboxRelay>(services, module))];
        Inboxes = [.. stored.SelectMany(module => module.Consumers.Select(consumer => ActivatorUtilities.CreateInstance<InboxProcessor>(services, module, consumer)))];
    }

    public IReadOnlyList<OutboxRelay> Relays { get; }

    public IReadOnlyList<InboxProcessor> Inboxes { get; }
}
