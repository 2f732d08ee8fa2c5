using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Activities;

/// <summary>Replaces what is said of an activity; its time is moved by <see cref="MoveActivity"/>, so that nobody puts it off by accident.</summary>
internal sealed record ChangeActivity(Guid Id, ActivityFactsInput Activity) : ICommand<ActivitySaved>;

internal sealed class ChangeActivityValidator : AbstractValidator<ChangeActivity>
{
    public ChangeActivityValidator() => RuleFor(c => c.Activity).SetValidator(new ActivityFactsValidator<ActivityFactsInput>()).OverridePropertyName("");
}

internal sealed class ChangeActivityHandler(CustomersDbContext db, ActivityPlanning planning, UnseenFields unseen, TimeProvider time)
    : ICommandHandler<ChangeActivity, ActivitySaved>
{
    public async Task<ActivitySaved> Handle(ChangeActivity command, CancellationToken ct)
    {
        var activity = await db.ForChange<Activity, ActivityId>(new ActivityId(command.Id), ct);
        var input = unseen.Keep(ActivityFactsInput.Resource, command.Activity, ActivityFactsInput.Of(activity));
        var owner = input.OwnerId ?? activity.OwnerId;
        await planning.RequireKnown(activity.CustomerId, input, owner, activity, ct);
        activity.Change(input.ToFacts(), owner, input.UnitId ?? activity.UnitId, time.GetUtcNow());
        return ActivitySaved.Of(activity, await planning.OverlapsOf(activity, ct));
    }
}
