using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>Names deliveries by key only: addresses, subjects and passwords have no place in a log.</summary>
internal static partial class MailLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Key} was taken.")]
    public static partial void MailTaken(this ILogger logger, string key);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Key} was not taken: {Reason}")]
    public static partial void MailNotTaken(this ILogger logger, string key, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Key} was handed over but not answered for: {Reason}")]
    public static partial void MailUncertain(this ILogger logger, string key, string reason);
}
