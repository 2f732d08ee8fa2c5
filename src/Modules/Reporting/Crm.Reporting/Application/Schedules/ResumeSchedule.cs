using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Starts a paused schedule again, from now on.</summary>
internal sealed record ResumeSchedule(Guid Id) : ICommand<ScheduleReply>;

internal sealed class ResumeScheduleValidator : AbstractValidator<ResumeSchedule>
{
    public ResumeScheduleValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ResumeScheduleHandler(ReportingDbContext db, TimeProvider time) : ICommandHandler<ResumeSchedule, ScheduleReply>
{
    public async Task<ScheduleReply> Handle(ResumeSchedule command, CancellationToken ct)
    {
        var schedule = await db.ForChange<ReportSchedule, ScheduleId>(new ScheduleId(command.Id), ct);
        schedule.Resume(time.GetUtcNow());
        return ScheduleReply.Of(schedule);
    }
}
