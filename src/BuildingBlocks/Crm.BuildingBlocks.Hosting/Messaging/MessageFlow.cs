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

    /// <summary>Delivers and works off until nothing is left that is due, without the loops. What failed waits for its next attempt.</summary>
    /// <returns>How many to-dos were done.</returns>
    public async Task<int> RunUntilIdle(CancellationToken ct)
    {
        var handled = 0;
        bool worked;
        do
        {
            worked = false;
            foreach (var relay in Relays) worked |= await relay.RunOnce(ct) > 0;
            foreach (var inbox in Inboxes)
            {
                var progress = await inbox.RunOnce(ct);
                handled += progress.Handled;
                worked |= progress.Handled + progress.Failed > 0;
            }
        }
        while (worked);
        return handled;
    }
}
