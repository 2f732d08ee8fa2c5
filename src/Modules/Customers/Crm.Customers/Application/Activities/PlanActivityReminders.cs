using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Activities;

/// <summary>Decides that the people of an activity are reminded of it: once for each and for each time it is moved to, however often it is decided.</summary>
internal sealed record PlanActivityReminders(Guid ActivityId) : ICommand<PlannedActivityReminders>;

internal sealed record PlannedActivityReminders(int Planned);

internal sealed class PlanActivityRemindersValidator : AbstractValidator<PlanActivityReminders>
{
    public PlanActivityRemindersValidator() => RuleFor(c => c.ActivityId).NotEmpty();
}

internal sealed class PlanActivityRemindersHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<PlanActivityReminders, PlannedActivityReminders>
{
    public async Task<PlannedActivityReminders> Handle(PlanActivityReminders command, CancellationToken ct)
    {
        var key = new ActivityId(command.ActivityId);
        var now = time.GetUtcNow();
        var activity = await db.Set<Activity>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == key, ct);
        if (activity is not { Status: ActivityStatus.Planned, RemindAt: { } due } || due > now) return new PlannedActivityReminders(0);
        var reminded = await db.Set<ActivityReminder>().Where(r => r.ActivityId == key && r.Sequence == activity.Sequence).Select(r => r.PersonId).ToListAsync(ct);
        // Two at once: the second one's save fails on activity, person and time, is done again and finds these.
        var reminders = activity.People.Except(reminded).Select(person => new ActivityReminder(activity, person, now)).ToList();
        db.Set<ActivityReminder>().AddRange(reminders);
        return new PlannedActivityReminders(reminders.Count);
    }
}
