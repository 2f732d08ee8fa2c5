namespace Crm.Host.Platform.Keys;

internal sealed partial class KeyRotationLoop(KeyRotation rotation, TimeProvider time, ILogger<KeyRotationLoop> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await rotation.Run(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The re-encryption of columns stopped; it goes on in half a minute.")]
    private partial void LogFailed(Exception failure);
}
