using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>
/// Sends through a mail server. It knows exactly when a message becomes the server's, with the dot that ends it, and so can tell a mail that
/// surely was not taken from one whose fate is unknown.
/// </summary>
public sealed class SmtpTransport(IOptions<MailOptions> options, TimeProvider time, ILogger<SmtpTransport> logger) : IMailTransport
{
    public async Task<MailOutcome> Send(OutgoingMail mail, CancellationToken cancellation)
    {
        var outcome = await Try(mail, cancellation);
        switch (outcome)
        {
            case MailOutcome.Taken:
                logger.MailTaken(mail.Key);
                break;
            case MailOutcome.NotTaken not:
                logger.MailNotTaken(mail.Key, not.Reason.English);
                break;
            case MailOutcome.Uncertain uncertain:
                logger.MailUncertain(mail.Key, uncertain.Reason.English);
                break;
        }

        return outcome;
    }

    private async Task<MailOutcome> Try(OutgoingMail mail, CancellationToken cancellation)
    {
        var from = Mailbox.Parse(options.Value.From);
        var message = MimeMessage.Write(mail, from, time.GetUtcNow());
        SmtpSession? session = null;
        var handedOver = false;
        try
        {
            session = await SmtpSession.Begin(options.Value, time, cancellation);
            await session.Offer(from, mail.To, message, cancellation);
            handedOver = true;
            return Judge(await session.End(), mail.To);
        }
        catch (OperationCanceledException) when (!handedOver)
        {
            return new MailOutcome.NotTaken(SmtpFailure.Stopped, WorthRetrying: true);
        }
        catch (Exception e) when (SmtpFailure.From(e) is { } failure)
        {
            return handedOver ? new MailOutcome.Uncertain(failure.Reason) : new MailOutcome.NotTaken(failure.Reason, failure.WorthRetrying);
        }
        finally
        {
            if (session is not null) await session.DisposeAsync();
        }
    }

    private static MailOutcome Judge(SmtpReply reply, Mailbox to)
    {
        var refused = SmtpFailure.Refused(reply.Shown(to.Address, to.LocalPart));
        return reply switch
        {
            { IsPositive: true } => new MailOutcome.Taken(),
            { Code: >= 400 and < 600 } => new MailOutcome.NotTaken(refused, WorthRetrying: !reply.IsForGood),
            _ => new MailOutcome.Uncertain(refused),
        };
    }
}
