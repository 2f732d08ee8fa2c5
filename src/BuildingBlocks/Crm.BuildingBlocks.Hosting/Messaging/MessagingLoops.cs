using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Messaging;

/// <summary>
/// Runs every relay and every inbox of the host: at once when woken, and now and then without, which is all that recovery after a crash
/// needs. Stopping lets each finish the batch it has in hand. No failure ends a loop or the host.
/// </summary>
public sealed class MessagingLoops(
    MessageFlow flow, MessageSignals signals, MessageCounting counting, MessagingMetrics metrics, TimeProvider time,
    IOptions<MessagingOptions> options, ILogger<MessagingLoops> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan CountInterval = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _abort = new();
    private Task _loops = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        _loops = Task.WhenAll([
            .. flow.Relays.Select(relay => Run($"{relay.Module.Name}.relay", signals.Of(relay.Module.Name).Outbox, settings.RelaySweep,
                async ct => await relay.RunOnce(ct) == settings.LargestDelivery)),
            .. flow.Inboxes.Select(inbox => Run(inbox.Consumer.Name, signals.Of(inbox.Module.Name).Inbox(inbox.Consumer.Name), settings.InboxSweep,
                async ct => (await inbox.RunOnce(ct)).MayHaveMore)),
            Run("messages.count", new Signal(), CountInterval, async ct =>
            {
                metrics.Show(await counting.Count(ct));
                return false;
            })]);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await using var impatience = cancellationToken.Register(_abort.Cancel);
        await _loops;
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _abort.Dispose();
    }

    /// <param name="name">For the log.</param>
    /// <param name="signal">Wakes it.</param>
    /// <param name="sweep">The longest sleep.</param>
    /// <param name="work">One step; true if there may be more.</param>
    private async Task Run(string name, Signal signal, TimeSpan sweep, Func<CancellationToken, Task<bool>> work)
    {
        await Task.Yield();
        var pace = new Pace(time);
        var failures = 0;
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var more = await work(_abort.Token);
                if (failures > 0) log.LoopRecovered(name);
                failures = 0;
                pace.Finished();
                if (more) continue;
                await signal.Wait(sweep, time, _stopping.Token);
                await pace.Gather(_stopping.Token);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                var wait = Pace.AfterFailure(++failures);
                log.LoopFailed(failure, name, wait.TotalSeconds);
                await Task.Delay(wait, time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
