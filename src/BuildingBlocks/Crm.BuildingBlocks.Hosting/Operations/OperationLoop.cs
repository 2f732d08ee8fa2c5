using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>Keeps the runners of one module busy in this host: at once for work started here, after a sweep for that of others.</summary>
internal sealed partial class OperationLoop(
    string module, OperationRunner runner, OperationSignals signals, TimeProvider time, IOptions<OperationOptions> options, ILogger<OperationLoop> log)
    : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, options.Value.PerHost).Select(_ => Loop(stoppingToken)));

    private async Task Loop(CancellationToken stop)
    {
        await Task.Yield();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                while (await runner.RunNext(stop))
                {
                    // The next one may have been started by somebody for whom no signal is left.
                }

                await signals.Of(module).Wait(options.Value.Sweep, time, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The database is away; the work waits in it.
                LogFailed(log, failure, module);
                await Task.Delay(AfterFailure, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Module}: long work cannot be taken up")]
    private static partial void LogFailed(ILogger log, Exception failure, string module);
}
