using System.Globalization;
using System.Text;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Cases;

/// <summary>Decides that people are told of a case at a level: once for each, however often it is decided.</summary>
internal sealed record EscalateCase(Guid CaseId, int Level) : ICommand<CaseEscalated>;

/// <summary>Writes the mail and takes the right to send it. The commit comes before the mail server is spoken to.</summary>
internal sealed record BeginCaseEscalation(Guid Id) : ICommand<BegunMail>;

/// <summary>Writes down what became of a try.</summary>
/// <param name="Id">The escalation.</param>
/// <param name="Attempt">The try; 0 for one that was begun by somebody who is gone.</param>
/// <param name="Outcome">What is known of it.</param>
/// <param name="Reason">Why it was not taken; names no recipient.</param>
internal sealed record SettleCaseEscalation(Guid Id, int Attempt, MailState Outcome, Phrase? Reason = null) : ICommand<SettledMail>;

/// <param name="IsNew">It had not been escalated so far.</param>
internal sealed record CaseEscalated(bool IsNew);

internal sealed class EscalateCaseValidator : AbstractValidator<EscalateCase>
{
    public EscalateCaseValidator() => RuleFor(c => c.CaseId).NotEmpty();
}

internal sealed class BeginCaseEscalationValidator : AbstractValidator<BeginCaseEscalation>
{
    public BeginCaseEscalationValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class SettleCaseEscalationValidator : AbstractValidator<SettleCaseEscalation>
{
    public SettleCaseEscalationValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class EscalateCaseHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<EscalateCase, CaseEscalated>
{
    public async Task<CaseEscalated> Handle(EscalateCase command, CancellationToken ct)
    {
        var late = await db.ForChange<ServiceCase, ServiceCaseId>(new ServiceCaseId(command.CaseId), ct);
        var rule = await db.Set<EscalationRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Level == command.Level && r.IsActive, ct);
        var now = time.GetUtcNow();
        if (rule is null || !late.IsDueFor(rule.Deadline, rule.MinutesAfter, now) || !late.Escalate(rule.Level)) return new CaseEscalated(IsNew: false);
        db.Set<CaseEscalation>().AddRange(
            new[] { late.OwnerId, rule.PersonId }.OfType<Guid>().Distinct().Select(person => new CaseEscalation(late, rule.Level, person, now)));
        return new CaseEscalated(IsNew: true);
    }
}

internal sealed class BeginCaseEscalationHandler(CustomersDbContext db, ICallers callers, TimeProvider time) : ICommandHandler<BeginCaseEscalation, BegunMail>
{
    private static readonly Phrase Over = new("The case is solved or closed by now.", "该工单现已解决或关闭。");
    private static readonly Phrase NoAddress = new("The person has no mail address, or has left.", "此人没有邮件地址，或已离职。");

    private static readonly Phrase Subject = new("{0} needs attention (level {1})", "{0} 需要处理（第 {1} 级）");
    private static readonly Phrase Text = new("{0}: {1}\nPriority: {2}\nStatus: {3}", "{0}：{1}\n优先级：{2}\n状态：{3}");
    private static readonly Phrase Response = new("First answer promised by {0}", "承诺首次响应时间：{0}");
    private static readonly Phrase Solution = new("Solution promised by {0}", "承诺解决时间：{0}");

    public async Task<BegunMail> Handle(BeginCaseEscalation command, CancellationToken ct)
    {
        var escalation = await db.ForChange<CaseEscalation, CaseEscalationId>(new CaseEscalationId(command.Id), ct);
        var late = await db.Set<ServiceCase>().AsNoTracking().AsSplitQuery().SingleAsync(c => c.Id == escalation.CaseId, ct);
        var now = time.GetUtcNow();
        if (!late.IsOpen || late.Reopenings != escalation.Round)
        {
            escalation.Skip(Over, now);
            return BegunMail.Nothing;
        }

        var address = await callers.AddressOf(escalation.PersonId, ct);
        if (await callers.OfUser(escalation.PersonId, ct) is not { } person || address is null || !Mailbox.IsWellFormed(address))
        {
            escalation.Skip(NoAddress, now);
            return BegunMail.Nothing;
        }

        return BegunMail.Of(escalation, Write(escalation, late, person, address), now);
    }

    private static OutgoingMail Write(CaseEscalation escalation, ServiceCase late, Caller person, string address)
    {
        var language = person.PreferredLanguage ?? Language.English;
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(person.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
        var text = new StringBuilder()
            .AppendLine(Text.In(language, late.Number, late.Subject, Labels.Of(late.Priority).In(language), Labels.Of(late.Status).In(language)));
        if (late.RespondedAt is null && late.RespondBy is { } respondBy) text.AppendLine(Response.In(language, Clock(respondBy)));
        if (late.SolveBy is { } solveBy) text.AppendLine(Solution.In(language, Clock(solveBy)));
        return new OutgoingMail(
            CaseEscalation.MailKey(escalation.Id), new Mailbox(address), Subject.In(language, late.Number, escalation.Level.ToString(CultureInfo.InvariantCulture)), text.ToString());

        string Clock(DateTimeOffset at) => $"{TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({zone.Id})";
    }
}

internal sealed class SettleCaseEscalationHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<SettleCaseEscalation, SettledMail>
{
    public async Task<SettledMail> Handle(SettleCaseEscalation command, CancellationToken ct)
    {
        var escalation = await db.ForChange<CaseEscalation, CaseEscalationId>(new CaseEscalationId(command.Id), ct);
        escalation.EndTry(command.Attempt, command.Outcome, command.Reason, time.GetUtcNow());
        return new SettledMail(escalation.State);
    }
}
