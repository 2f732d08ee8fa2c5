using System.Diagnostics.CodeAnalysis;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;

namespace Crm.Reporting.Application.Schedules;

internal sealed record MakeSchedule : ScheduleInput, ICommand<ScheduleReply>
{
    public MakeSchedule()
    {
    }

    [SetsRequiredMembers]
    private MakeSchedule(ScheduleInput input) : base(input)
    {
    }

    public static MakeSchedule From(ScheduleInput input) => new(input);
}

/// <param name="Id">The schedule.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record ScheduleReply(Guid Id, int Version)
{
    public static ScheduleReply Of(ReportSchedule schedule) => new(schedule.Id.Value, schedule.Version);
}

internal sealed class MakeScheduleValidator : AbstractValidator<MakeSchedule>
{
    public MakeScheduleValidator(TimeProvider time) => Include(new ScheduleInputValidator<MakeSchedule>(time));
}

internal sealed class MakeScheduleHandler(ReportingDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<MakeSchedule, ScheduleReply>
{
    public Task<ScheduleReply> Handle(MakeSchedule command, CancellationToken ct)
    {
        var schedule = ReportSchedule.Make(command.Details(), caller.Caller.PersonId, caller.Caller.UnitId, time.GetUtcNow());
        db.Schedules.Add(schedule);
        return Task.FromResult(ScheduleReply.Of(schedule));
    }
}
