using System.Globalization;
using System.Linq.Expressions;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.BuildingBlocks.Hosting.Mail;

/// <summary>Answer of the command that writes a mail and takes the right to send it.</summary>
/// <param name="Attempt">Number of the try; 0 when nothing is to be sent.</param>
/// <param name="Mail">What is to be sent.</param>
public sealed record BegunMail(int Attempt, OutgoingMail? Mail)
{
    public static readonly BegunMail Nothing = new(0, null);

    /// <summary>Takes the right to send; nothing is to be sent where somebody else has it.</summary>
    public static BegunMail Of(SingleMail mail, OutgoingMail content, DateTimeOffset now) => mail.Begin(now) ? new BegunMail(mail.Tries, content) : Nothing;
}

/// <summary>Answer of the command that writes down what became of a try.</summary>
public sealed record SettledMail(MailState State);

/// <summary>What is known of a try, for the command that writes it down.</summary>
/// <param name="Attempt">The try; 0 for one that was begun by somebody who is gone.</param>
/// <param name="Outcome">What is known of it.</param>
/// <param name="Reason">Why it was not taken; names no recipient.</param>
public sealed record MailTry(int Attempt, MailState Outcome, Phrase? Reason = null)
{
    internal static readonly MailTry CutOff = new(0, MailState.Uncertain);
}

/// <summary>
/// Sends mails of which one goes out at most: the right to send is committed before the mail server is spoken to, its outcome afterwards, each
/// by a command of its own. What was cut off in between is settled as uncertain at a later run and never sent again. Safe to run twice at a time.
/// </summary>
public sealed class SingleMails(IServiceScopeFactory scopes, MailSending sending, TimeProvider time)
{
    private const int AtOnce = 500;

    /// <summary>Settles what was cut off and sends what is due, the longest due first; at most 500 of each, the rest at the next run.</summary>
    /// <typeparam name="TMail">Kind of the mails.</typeparam>
    /// <typeparam name="TBegin">Writes a mail and takes the right to send it.</typeparam>
    /// <typeparam name="TSettle">Writes down what became of a try.</typeparam>
    /// <param name="job">In whose name the commands are given.</param>
    /// <param name="mails">All of this kind.</param>
    /// <param name="id">Under which the commands know a mail.</param>
    /// <param name="begin">Makes the first command.</param>
    /// <param name="settle">Makes the second one.</param>
    /// <param name="log">Told of what could not be done.</param>
    /// <param name="ct">Ends the run between two mails.</param>
    /// <returns>What was done, in words for administrators.</returns>
    public async Task<string> Send<TMail, TBegin, TSettle>(
        string job, IQueryable<TMail> mails, Expression<Func<TMail, Guid>> id, Func<Guid, TBegin> begin, Func<Guid, MailTry, TSettle> settle, ILogger log, CancellationToken ct)
        where TMail : SingleMail
        where TBegin : ICommand<BegunMail>
        where TSettle : ICommand<SettledMail>
    {
        var now = time.GetUtcNow();
        var lostBefore = now - SingleMail.LongestTry;
        var lost = await Ids(mails.Where(m => m.State == MailState.Sending && m.StartedAt <= lostBefore));
        foreach (var one in lost) await Settle(one, MailTry.CutOff, ct);
        var due = await Ids(mails.Where(m => (m.State == MailState.Planned || m.State == MailState.NotTaken) && m.NextTryAt <= now));
        var taken = 0;
        foreach (var one in due)
        {
            // What is left stays due; between two mails nothing is in doubt.
            if (ct.IsCancellationRequested) break;
            if (await Sent(one)) taken++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{taken} of {due.Count} mails taken, {lost.Count} cut off");

        Task<List<Guid>> Ids(IQueryable<TMail> some) => some.AsNoTracking().OrderBy(m => m.NextTryAt).Select(id).Take(AtOnce).ToListAsync(ct);

        Task<SettledMail?> Settle(Guid one, MailTry ended, CancellationToken token) => scopes.Try<TSettle, SettledMail>(job, settle(one, ended), log, token);

        async Task<bool> Sent(Guid one)
        {
            // Once a mail may be on its way its outcome is written down, whether or not the host is stopping.
            var begun = await scopes.Try<TBegin, BegunMail>(job, begin(one), log, CancellationToken.None);
            if (begun?.Mail is not { } mail) return false;
            var (outcome, reason) = await sending.Try(mail, ct);
            return (await Settle(one, new MailTry(begun.Attempt, outcome, reason), CancellationToken.None))?.State == MailState.Taken;
        }
    }
}
