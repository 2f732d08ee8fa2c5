using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Stops a schedule until it is resumed.</summary>
internal sealed record PauseSchedule(Guid Id) : ICommand<ScheduleReply>;

internal sealed class PauseScheduleValidator : AbstractValidator<PauseSchedule>
{
    public PauseScheduleValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class PauseScheduleHandler(ReportingDbContext db) : ICommandHandler<PauseSchedule, ScheduleReply>
{
    public async Task<ScheduleReply> Handle(PauseSchedule command, CancellationToken ct)
    {
        var schedule = await db.ForChange<ReportSchedule, ScheduleId>(new ScheduleId(command.Id), ct);
        schedule.Pause();
        return ScheduleReply.Of(schedule);
    }
}
