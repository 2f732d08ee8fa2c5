using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>Keeps mails from lying about for ever. A loop of every host and no scheduled job, because a folder may be that host's own.</summary>
internal sealed partial class PickupFolderCleaning(PickupFolderTransport folder, TimeProvider time, ILogger<PickupFolderCleaning> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                if (folder.DeleteOld() is > 0 and var deleted) LogDeleted(deleted);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} old mails deleted from the pickup folder.")]
    private partial void LogDeleted(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old mails could not be deleted from the pickup folder; it is tried again.")]
    private partial void LogFailed(Exception failure);
}
