using System.Globalization;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Jobs;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Crm.Customers.Application.Cases;

/// <summary>
/// Escalates cases whose promise is broken, or about to be, to the highest level that is due, sends the mails and settles what was cut off.
/// Safe to run twice at a time.
/// </summary>
internal sealed class EscalateLateCases(
    CustomersDbContext db, IServiceScopeFactory scopes, MailSending sending, TimeProvider time, ILogger<EscalateLateCases> log) : IScheduledJob
{
    public const string Name = "escalate-late-cases";

    private const int AtOnce = 200;

    public async Task<string> Run(CancellationToken ct)
    {
        var planned = 0;
        foreach (var rule in await db.Set<EscalationRule>().AsNoTracking().Where(r => r.IsActive).OrderByDescending(r => r.Level).ToListAsync(ct))
        {
            foreach (var id in await Late(rule, ct))
                planned += (await scopes.Try<EscalateCase, CaseEscalated>(Name, new EscalateCase(id.Value, rule.Level), log, ct))?.Mails ?? 0;
        }

        var now = time.GetUtcNow();
        var mails = db.Set<CaseEscalation>().AsNoTracking();
        var lost = await Ids(mails.Where(e => e.State == MailState.Sending && e.StartedAt <= now - SingleMail.LongestTry), ct);
        foreach (var id in lost) await scopes.Try<SettleCaseEscalation, SettledCaseEscalation>(Name, new SettleCaseEscalation(id, 0, MailState.Uncertain), log, ct);
        var due = await Ids(mails.Where(e => (e.State == MailState.Planned || e.State == MailState.NotTaken) && e.NextTryAt <= now), ct);
        var taken = 0;
        foreach (var id in due)
        {
            if (await Sent(id, ct)) taken++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{planned} mails planned, {taken} of {due.Count} taken, {lost.Count} cut off");
    }

    private Task<List<ServiceCaseId>> Late(EscalationRule rule, CancellationToken ct)
    {
        var (level, limit) = (rule.Level, time.GetUtcNow().AddMinutes(-rule.MinutesAfter));
        var open = db.Set<ServiceCase>().AsNoTracking().Where(c => c.EscalationLevel < level && c.Status != CaseStatus.Solved && c.Status != CaseStatus.Closed);
        open = rule.Deadline == CaseDeadline.Response
            ? open.Where(c => c.RespondedAt == null && c.RespondBy <= limit).OrderBy(c => c.RespondBy).ThenBy(c => c.Id)
            : open.Where(c => c.Status != CaseStatus.WaitingForCustomer && c.SolveBy <= limit).OrderBy(c => c.SolveBy).ThenBy(c => c.Id);
        return open.Select(c => c.Id).Take(AtOnce).ToListAsync(ct);
    }

    private static async Task<List<Guid>> Ids(IQueryable<CaseEscalation> mails, CancellationToken ct) =>
        (await mails.OrderBy(e => e.PlannedAt).ThenBy(e => e.Id).Select(e => e.Id).Take(AtOnce).ToListAsync(ct)).ConvertAll(id => id.Value);

    private async Task<bool> Sent(Guid id, CancellationToken ct)
    {
        // Once a mail may be on its way its outcome is written down, whether or not the host is stopping.
        var begun = await scopes.Try<BeginCaseEscalation, BegunCaseEscalation>(Name, new BeginCaseEscalation(id), log, CancellationToken.None);
        if (begun?.Mail is not { } mail) return false;
        var (outcome, reason) = await sending.Try(mail, ct);
        var settled = await scopes.Try<SettleCaseEscalation, SettledCaseEscalation>(Name, new SettleCaseEscalation(id, begun.Attempt, outcome, reason), log, CancellationToken.None);
        return settled?.State == MailState.Taken;
    }
}
