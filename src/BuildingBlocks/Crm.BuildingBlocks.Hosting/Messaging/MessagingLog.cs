using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Messaging;

internal static partial class MessagingLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Consumer} failed on {Count} messages together; they are run again one by one.")]
    public static partial void BatchFailed(this ILogger log, Exception failure, string consumer, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Consumer} failed on message {Position} of {Module} ({Stream}), attempt {Attempt}; it will be tried again.")]
    public static partial void WillBeTriedAgain(this ILogger log, Exception failure, string consumer, string module, long position, string stream, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Consumer} parked message {Position} of {Module}; {Stream} waits until it is replayed or discarded.")]
    public static partial void Parked(this ILogger log, Exception failure, string consumer, string module, long position, string stream);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Loop} failed; it goes on in {Seconds} s.")]
    public static partial void LoopFailed(this ILogger log, Exception failure, string loop, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Loop} works again.")]
    public static partial void LoopRecovered(this ILogger log, string loop);
}
