using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Hides a schedule and ends it.</summary>
internal sealed record DeleteSchedule(Guid Id) : ICommand<ScheduleReply>;

internal sealed class DeleteScheduleValidator : AbstractValidator<DeleteSchedule>
{
    public DeleteScheduleValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteScheduleHandler(ReportingDbContext db, TimeProvider time) : ICommandHandler<DeleteSchedule, ScheduleReply>
{
    public async Task<ScheduleReply> Handle(DeleteSchedule command, CancellationToken ct)
    {
        var schedule = await db.ForChange<ReportSchedule, ScheduleId>(new ScheduleId(command.Id), ct);
        schedule.Delete(time.GetUtcNow());
        return ScheduleReply.Of(schedule);
    }
}
