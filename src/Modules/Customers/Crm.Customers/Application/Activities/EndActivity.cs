using System.Text.Json.Serialization;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Activities;

/// <summary>It took place.</summary>
internal sealed record CompleteActivity : ICommand<ActivitySaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    /// <summary>What came of it.</summary>
    public string? Outcome { get; init; }

    /// <summary>What was agreed upon.</summary>
    public string? NextStep { get; init; }

    /// <summary>Planned with the same customer in the same moment, or not at all.</summary>
    public ActivityInput? Next { get; init; }
}

/// <summary>The time came and nobody was there.</summary>
internal sealed record ActivityNotHeld : ICommand<ActivitySaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public string? Reason { get; init; }

    public string? NextStep { get; init; }

    /// <inheritdoc cref="CompleteActivity.Next"/>
    public ActivityInput? Next { get; init; }
}

/// <summary>It will not take place.</summary>
internal sealed record CancelActivity : ICommand<ActivitySaved>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    public string? Reason { get; init; }
}

/// <summary>It begins.</summary>
internal sealed record StartActivity(Guid Id) : ICommand<ActivitySaved>;

internal sealed class CompleteActivityValidator : AbstractValidator<CompleteActivity>
{
    public CompleteActivityValidator()
    {
        RuleFor(c => c.Outcome).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.NextStep).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.Next!).SetValidator(new ActivityInputValidator<ActivityInput>()).When(c => c.Next is not null);
    }
}

internal sealed class ActivityNotHeldValidator : AbstractValidator<ActivityNotHeld>
{
    public ActivityNotHeldValidator()
    {
        RuleFor(c => c.Reason).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.NextStep).MaximumLength(CustomerLimits.Note);
        RuleFor(c => c.Next!).SetValidator(new ActivityInputValidator<ActivityInput>()).When(c => c.Next is not null);
    }
}

internal sealed class CancelActivityValidator : AbstractValidator<CancelActivity>
{
    public CancelActivityValidator() => RuleFor(c => c.Reason).MaximumLength(CustomerLimits.Note);
}

internal sealed class StartActivityValidator : AbstractValidator<StartActivity>
{
    public StartActivityValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class CompleteActivityHandler(CustomersDbContext db, NextActivity next, TimeProvider time) : ICommandHandler<CompleteActivity, ActivitySaved>
{
    public async Task<ActivitySaved> Handle(CompleteActivity command, CancellationToken ct)
    {
        var activity = await db.ForChange<Activity, ActivityId>(new ActivityId(command.Id), ct);
        var (planned, overlaps) = await next.Plan(activity, command.Next, ct);
        activity.Complete(command.Outcome, command.NextStep, planned, time.GetUtcNow());
        return ActivitySaved.Of(activity, overlaps);
    }
}

internal sealed class ActivityNotHeldHandler(CustomersDbContext db, NextActivity next, TimeProvider time) : ICommandHandler<ActivityNotHeld, ActivitySaved>
{
    public async Task<ActivitySaved> Handle(ActivityNotHeld command, CancellationToken ct)
    {
        var activity = await db.ForChange<Activity, ActivityId>(new ActivityId(command.Id), ct);
        var (planned, overlaps) = await next.Plan(activity, command.Next, ct);
        activity.NotHeld(command.Reason, command.NextStep, planned, time.GetUtcNow());
        return ActivitySaved.Of(activity, overlaps);
    }
}

internal sealed class CancelActivityHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<CancelActivity, ActivitySaved>
{
    public async Task<ActivitySaved> Handle(CancelActivity command, CancellationToken ct)
    {
        var activity = await db.ForChange<Activity, ActivityId>(new ActivityId(command.Id), ct);
        activity.Cancel(command.Reason, time.GetUtcNow());
        return ActivitySaved.Of(activity);
    }
}

internal sealed class StartActivityHandler(CustomersDbContext db, TimeProvider time) : ICommandHandler<StartActivity, ActivitySaved>
{
    public async Task<ActivitySaved> Handle(StartActivity command, CancellationToken ct)
    {
        var activity = await db.ForChange<Activity, ActivityId>(new ActivityId(command.Id), ct);
        activity.Start(time.GetUtcNow());
        return ActivitySaved.Of(activity);
    }
}

/// <summary>Plans what follows an activity, with the customer that its customer leads to by now.</summary>
internal sealed class NextActivity(CustomersDbContext db, ActivityPlanning planning)
{
    public async Task<(ActivityId? Id, IReadOnlyList<ActivityOverlap> Overlaps)> Plan(Activity after, ActivityInput? input, CancellationToken ct)
    {
        if (input is null) return (null, []);
        var next = await planning.Plan(await Survivor(after.CustomerId, ct), input with { OwnerId = input.OwnerId ?? after.OwnerId, UnitId = input.UnitId ?? after.UnitId }, ct);
        return (next.Id, await planning.OverlapsOf(next, ct));
    }

    // Whoever may complete the activity need not see the customer's record.
    private async Task<CustomerId> Survivor(CustomerId customer, CancellationToken ct)
    {
        var all = db.Customers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter]);
        var survivor = await all.Where(c => c.Id == customer).Select(c => c.SurvivorId ?? c.Id).SingleAsync(ct);
        return await all.AnyAsync(c => c.Id == survivor && c.Name == "", ct) ? throw CustomersRules.Erased.Broken() : survivor;
    }
}
