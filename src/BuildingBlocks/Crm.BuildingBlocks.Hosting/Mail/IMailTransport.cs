namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>Hands one mail over to the outside. It tries once and never repeats by itself: whoever calls decides, by the outcome.</summary>
public interface IMailTransport
{
    /// <summary>Tries to hand the mail over.</summary>
    /// <param name="mail">What to send.</param>
    /// <param name="cancellation">
    /// Is obeyed up to the moment the message ends, and answered with <see cref="MailOutcome.NotTaken"/>; from there on the server's answer
    /// is waited for.
    /// </param>
    Task<MailOutcome> Send(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>Destroys what is kept here of these mails. May be repeated; what was handed to somebody else is out of reach.</summary>
    /// <param name="keys">Of the deliveries, as they were sent.</param>
    void Forget(IEnumerable<string> keys)
    {
    }
}

/// <summary>What is known after one try. Reasons never name a recipient or a secret and may be logged and shown.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>The other side answered for it.</summary>
    public sealed record Taken : MailOutcome;

    /// <summary>It surely was not taken.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="WorthRetrying">False when this mail was refused for good; true when the same mail may be taken later.</param>
    public sealed record NotTaken(Phrase Reason, bool WorthRetrying) : MailOutcome;

    /// <summary>The message was handed over completely but no answer came: it may or may not arrive. Sending it again may send it twice.</summary>
    public sealed record Uncertain(Phrase Reason) : MailOutcome;
}
