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
    public static Task<int> PumpAll(IServiceProvider services, CancellationToken ct = default) =>
        services.GetRequiredService<MessageFlow>().RunUntilIdle(ct);
}
