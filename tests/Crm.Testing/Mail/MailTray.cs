using System.Collections.Concurrent;
using Crm.BuildingBlocks.Hosting.Mail;

namespace Crm.Testing.Mail;

/// <summary>Takes every mail and keeps it.</summary>
public sealed class MailTray : IMailTransport
{
    private readonly ConcurrentQueue<OutgoingMail> _mails = new();

    public IReadOnlyList<OutgoingMail> Mails => [.. _mails];

    /// <summary>Keys of the mails that were to be destroyed.</summary>
    public ConcurrentBag<string> Forgotten { get; } = [];

    public void Forget(IEnumerable<string> keys)
    {
        foreach (var key in keys) Forgotten.Add(key);
    }

    public Task<MailOutcome> Send(OutgoingMail mail, CancellationToken cancellation)
    {
        _mails.Enqueue(mail);
        return Task.FromResult<MailOutcome>(new MailOutcome.Taken());
    }
}
