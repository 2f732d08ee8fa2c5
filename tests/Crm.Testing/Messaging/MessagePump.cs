using Crm.BuildingBlocks.Hosting.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Testing.Messaging;

/// <summary>Runs relays and inboxes step by step where the loops are not started.</summary>
public static class MessagePump
{
    /// <summary>
    /// Delivers and works off until nothing is left that is due. What failed waits for its next attempt: move the clock and pump again.
    /// </summary>
    /// <returns>How many to-dos were done.</returns>
    public static async Task<int> PumpAll(IServiceProvider services, CancellationToken ct = default)
    {
        var flow = services.GetRequiredService<MessageFlow>();
        var handled = 0;
        bool worked;
        do
        {
            worked = false;
            foreach (var relay in flow.Relays) worked |= await relay.RunOnce(ct) > 0;
            foreach (var inbox in flow.Inboxes)
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
