using System.Diagnostics.CodeAnalysis;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Activities;

/// <summary>Replaces what is said of an activity; its time is moved by <see cref="MoveActivity"/>, so that nobody puts it off by accident.</summary>
internal sealed record ChangeActivity(Guid Id, ActivityChangeInput Activity) : ICommand<ActivitySaved>;

/// <summary>What callers say of an activity, and, once it has ended, what they had written down then.</summary>
internal sealed record ActivityChangeInput : ActivityFactsInput
{
    public ActivityChangeInput()
    {
    }

    [SetsRequiredMembers]
    private ActivityChangeInput(ActivityFactsInput facts) : base(facts)
    {
    }

    /// <summary>Of one that is done; not looked at before.</summary>
    public string? Outcome { get; init; }

    /// <summary>Of one that is done or was not held.</summary>
    public string? NextStep { get; init; }

    /// <summary>Of one that was cancelled or not held.</summary>
    public string? Reason { get; init; }

    public static ActivityChangeInput From(Activity a) => new(Of(a))
    {
        Outcome = a.Outcome,
        NextStep = a.NextStep,
        Reason = a.Reason,
    };
}

internal sealed class ActivityChangeValidator : ActivityFactsValidator<ActivityChangeInput>
{
    public ActivityChangeValidator()
    {
        RuleFor(a => a.Outcome).MaximumLength(CustomerLimits.Note);
        RuleFor(a => a.NextStep).MaximumLength(CustomerLimits.Note);
        RuleFor(a => a.Reason).MaximumLength(CustomerLimits.Note);
    }
}

internal sealed class ChangeActivityValidator : AbstractValidator<ChangeActivity>
{
    public ChangeActivityValidator() => RuleFor(c => c.Activity).SetValidator(new ActivityChangeValidator()).OverridePropertyName("");
}

internal sealed class ChangeActivityHandler(CustomersDbContext db, ActivityPlanning planning, UnseenFields unseen, TimeProvider time)
    : ICommandHandler<ChangeActivity, ActivitySaved>
{
    public async Task<ActivitySaved> Handle(ChangeActivity command, CancellationToken ct)
    {
        var activity = await db.ForChange<Activity, ActivityId>(new ActivityId(command.Id), ct);
        var input = unseen.Keep(ActivityFactsInput.Resource, command.Activity, ActivityChangeInput.From(activity));
        var owner = input.OwnerId ?? activity.OwnerId;
        await planning.RequireKnown(activity.CustomerId, input, owner, activity, ct);
        activity.Correct(input.Outcome, input.NextStep, input.Reason);
        activity.Change(input.ToFacts(), owner, input.UnitId ?? activity.UnitId, time.GetUtcNow());
        return ActivitySaved.Of(activity, await planning.OverlapsOf(activity, ct));
    }
}
