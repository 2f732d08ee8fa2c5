using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Replaces all that may be said of a schedule. At another time or in another zone it owes nothing of the past.</summary>
internal sealed record ChangeSchedule(Guid Id, ScheduleInput Schedule) : ICommand<ScheduleReply>;

internal sealed class ChangeScheduleValidator : AbstractValidator<ChangeSchedule>
{
    public ChangeScheduleValidator(TimeProvider time) =>
        RuleFor(c => c.Schedule).SetValidator(new ScheduleInputValidator<ScheduleInput>(time)).OverridePropertyName("");
}

internal sealed class ChangeScheduleHandler(ReportingDbContext db, TimeProvider time) : ICommandHandler<ChangeSchedule, ScheduleReply>
{
    public async Task<ScheduleReply> Handle(ChangeSchedule command, CancellationToken ct)
    {
        var schedule = await db.ForChange<ReportSchedule, ScheduleId>(new ScheduleId(command.Id), ct);
        schedule.Change(command.Schedule.Details(), time.GetUtcNow());
        return ScheduleReply.Of(schedule);
    }
}
