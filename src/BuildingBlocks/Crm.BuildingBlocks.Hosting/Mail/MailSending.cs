using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>Makes one try to send a mail, after the right to do so was committed, and says what is known of it: always, and never by an exception.</summary>
public sealed partial class MailSending(IMailTransport transport, ILogger<MailSending> log)
{
    private static readonly Phrase Broke = new("Sending broke off, and it is not known whether the mail was taken.", "发送中断，不确定邮件是否已被接收。");

    /// <param name="mail">What to send.</param>
    /// <param name="ct">Ends the try as long as nothing was handed over.</param>
    /// <returns>Taken, not taken, uncertain, or failed for good; and why.</returns>
    public async Task<(MailState Outcome, Phrase? Reason)> Try(OutgoingMail mail, CancellationToken ct)
    {
        try
        {
            return await transport.Send(mail, ct) switch
            {
                MailOutcome.Taken => (MailState.Taken, null),
                MailOutcome.NotTaken not => (not.WorthRetrying ? MailState.NotTaken : MailState.Failed, not.Reason),
                MailOutcome.Uncertain uncertain => (MailState.Uncertain, uncertain.Reason),
                var other => throw new InvalidOperationException($"Unknown outcome {other}."),
            };
        }
        catch (Exception failure)
        {
            LogBroke(log, failure, mail.Key);
            return (MailState.Uncertain, Broke);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending the mail {Mail} broke off")]
    private static partial void LogBroke(ILogger log, Exception failure, string mail);
}
