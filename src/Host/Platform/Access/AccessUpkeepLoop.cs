namespace Crm.Host.Platform.Access;

internal sealed partial class AccessUpkeepLoop(AccessUpkeep upkeep, TimeProvider time, ILogger<AccessUpkeepLoop> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private const int RoundsBetweenCleaning = 720;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        for (var round = 0; await timer.WaitForNextTickAsync(stoppingToken); round++)
        {
            try
            {
                await upkeep.Run(stoppingToken);
                if (round % RoundsBetweenCleaning == 0) await upkeep.Clean(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await upkeep.Run(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Use of keys and budgets could not be written down; it is tried again.")]
    private partial void LogFailed(Exception failure);
}
