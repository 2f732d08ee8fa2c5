using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Activities;

/// <summary>Hides an activity; it can be restored.</summary>
internal sealed record DeleteActivity(Guid Id) : ICommand<ActivitySaved>;

/// <summary>Brings back a deleted one.</summary>
internal sealed record RestoreActivity(Guid Id) : ICommand<ActivitySaved>;

internal sealed class DeleteActivityValidator : AbstractValidator<DeleteActivity>
{
    public DeleteActivityValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RestoreActivityValidator : AbstractValidator<RestoreActivity>
{
    public RestoreActivityValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeleteActivityHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<DeleteActivity, ActivitySaved>
{
    public async Task<ActivitySaved> Handle(DeleteActivity command, CancellationToken ct)
    {
        var activity = await db.ForChange<Activity, ActivityId>(new ActivityId(command.Id), ct);
        activity.Delete(time.GetUtcNow());
        return ActivitySaved.Of(activity);
    }
}

internal sealed class RestoreActivityHandler(CustomersDbContext db, ActivityPlanning planning, TimeProvider time) : ICommandHandler<RestoreActivity, ActivitySaved>
{
    public async Task<ActivitySaved> Handle(RestoreActivity command, CancellationToken ct)
    {
        var activity = await db.ForRestore<Activity, ActivityId>(new ActivityId(command.Id), ct);
        activity.Restore(time.GetUtcNow());
        return ActivitySaved.Of(activity, await planning.OverlapsOf(activity, ct));
    }
}
