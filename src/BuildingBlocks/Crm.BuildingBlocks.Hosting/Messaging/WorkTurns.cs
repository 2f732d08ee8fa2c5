using Crm.BuildingBlocks.Hosting.Persistence;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>
/// Limits how many transactions relays and inboxes have open in this process. On SQLite only one of them at a time stands in the queue
/// of writers, so that a request waits for one batch at most; on servers connections and processors stay free for requests.
/// </summary>
public sealed class WorkTurns(Dialect dialect, IOptions<MessagingOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _free =
        new(options.Value.Workers ?? (dialect.Provider == DatabaseProvider.Sqlite ? 1 : Environment.ProcessorCount * 2));

    public async Task<IDisposable> Take(CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        return new Turn(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
