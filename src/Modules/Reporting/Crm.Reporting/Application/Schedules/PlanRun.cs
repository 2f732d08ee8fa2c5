using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Reporting.Domain.Schedules;
using Crm.Reporting.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Schedules;

/// <summary>Deals with one slot of a schedule: one delivery per subscription, or none if it was missed and is to be skipped.</summary>
internal sealed record PlanRun(Guid ScheduleId, DateTimeOffset Slot, RunKind Kind) : ICommand<PlannedRun>;

/// <param name="Slot">Names the run within its schedule.</param>
/// <param name="Deliveries">Mails planned; they are sent within a minute.</param>
/// <param name="IsSkipped">The slot was missed and is skipped.</param>
internal sealed record PlannedRun(DateTimeOffset Slot, int Deliveries, bool IsSkipped);

internal sealed class PlanRunValidator : AbstractValidator<PlanRun>
{
    public PlanRunValidator() => RuleFor(c => c.ScheduleId).NotEmpty();
}

internal sealed class PlanRunHandler(ReportingDbContext db, TimeProvider time) : ICommandHandler<PlanRun, PlannedRun>
{
    /// <summary>A slot dealt with later than this was missed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    public async Task<PlannedRun> Handle(PlanRun command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var id = new ScheduleId(command.ScheduleId);
        var schedule = await db.Schedules.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new ResourceNotFound("schedule", command.ScheduleId.ToString());
        // Somebody else was faster; the unique key of the run settles a meeting at the same moment, and this is tried again.
        if (await db.ScheduleRuns.AsNoTracking().SingleOrDefaultAsync(r => r.ScheduleId == id && r.Slot == command.Slot, ct) is { } known)
            return new PlannedRun(known.Slot, await db.Deliveries.CountAsync(d => d.ScheduleId == id && d.Slot == command.Slot, ct), known.IsSkipped);

        var isSkipped = command.Kind == RunKind.Scheduled && schedule.MissedRuns == MissedRuns.Skip && now - command.Slot > Grace;
        db.ScheduleRuns.Add(new ScheduleRun { ScheduleId = id, Slot = command.Slot, Kind = command.Kind, PlannedAt = now, IsSkipped = isSkipped });
        if (isSkipped) return new PlannedRun(command.Slot, 0, IsSkipped: true);
        var subscriptions = await db.Subscriptions.AsNoTracking().Where(s => s.ScheduleId == id && s.EndedAt == null).ToListAsync(ct);
        db.Deliveries.AddRange(subscriptions.Select(s => Delivery.Plan(s, command.Slot, now)));
        return new PlannedRun(command.Slot, subscriptions.Count, IsSkipped: false);
    }
}
