using System.Globalization;
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
    CustomersDbContext db, IServiceScopeFactory scopes, SingleMails mails, TimeProvider time, ILogger<EscalateLateCases> log) : IScheduledJob
{
    public const string Name = "escalate-late-cases";

    private const int AtOnce = 200;

    public async Task<string> Run(CancellationToken ct)
    {
        var escalated = 0;
        foreach (var rule in await db.Set<EscalationRule>().AsNoTracking().Where(r => r.IsActive).OrderByDescending(r => r.Level).ToListAsync(ct))
        {
            escalated += await OneByOne.Each(
                left => Late(rule, left, ct),
                async id => await scopes.Try<EscalateCase, CaseEscalated>(Name, new EscalateCase(id.Value, rule.Level), log, ct) is { IsNew: true },
                ct);
        }

        var sent = await mails.Send(
            Name, db.Set<CaseEscalation>(), e => e.Id.Value, id => new BeginCaseEscalation(id),
            (id, ended) => new SettleCaseEscalation(id, ended.Attempt, ended.Outcome, ended.Reason), log, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{escalated} escalated, {sent}");
    }

    private Task<List<ServiceCaseId>> Late(EscalationRule rule, int left, CancellationToken ct)
    {
        var (level, limit) = (rule.Level, time.GetUtcNow().AddMinutes(-rule.MinutesAfter));
        var open = db.Set<ServiceCase>().AsNoTracking().Where(c => c.EscalationLevel < level && c.Status != CaseStatus.Solved && c.Status != CaseStatus.Closed);
        open = rule.Deadline == CaseDeadline.Response
            ? open.Where(c => c.RespondedAt == null && c.RespondBy <= limit).OrderBy(c => c.RespondBy).ThenBy(c => c.Id)
            : open.Where(c => c.Status != CaseStatus.WaitingForCustomer && c.SolveBy <= limit).OrderBy(c => c.SolveBy).ThenBy(c => c.Id);
        return open.Select(c => c.Id).Skip(left).Take(AtOnce).ToListAsync(ct);
    }
}
