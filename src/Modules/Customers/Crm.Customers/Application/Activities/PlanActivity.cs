using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using FluentValidation;

namespace Crm.Customers.Application.Activities;

/// <summary>Plans something to do with a customer, or records what was done.</summary>
internal sealed record PlanActivity : ActivityInput, ICommand<ActivitySaved>
{
    public required Guid CustomerId { get; init; }

    /// <summary>It took place already.</summary>
    public bool IsDone { get; init; }

    /// <summary>What came of it, where it is done.</summary>
    public string? Outcome { get; init; }

    /// <summary>What was agreed upon, where it is done.</summary>
    public string? NextStep { get; init; }
}

internal sealed class PlanActivityValidator : ActivityInputValidator<PlanActivity>
{
    private static readonly Phrase OnlyWhenDone = new("An outcome and a next step are known of what is done.", "只有已完成的活动才有结果和下一步。");

    private static readonly Phrase NotYet = new("What has not begun has not taken place.", "尚未开始的活动不能标记为已完成。");

    public PlanActivityValidator(TimeProvider time)
    {
        RuleFor(c => c.IsDone).Must((c, isDone) => !isDone || c.StartsAt <= time.GetUtcNow()).WithPhrase(NotYet);
        RuleFor(c => c.CustomerId).NotEmpty();
        RuleFor(c => c.Outcome).MaximumLength(CustomerLimits.Note).Must((c, text) => c.IsDone || text is null).WithPhrase(OnlyWhenDone);
        RuleFor(c => c.NextStep).MaximumLength(CustomerLimits.Note).Must((c, text) => c.IsDone || text is null).WithPhrase(OnlyWhenDone);
    }
}

internal sealed class PlanActivityHandler(CustomersDbContext db, ActivityPlanning planning, TimeProvider time) : ICommandHandler<PlanActivity, ActivitySaved>
{
    public async Task<ActivitySaved> Handle(PlanActivity command, CancellationToken ct)
    {
        var activity = await planning.Plan(await db.SurvivorOf(command.CustomerId, ct), command, ct);
        if (command.IsDone) activity.Complete(command.Outcome, command.NextStep, next: null, time.GetUtcNow());
        return ActivitySaved.Of(activity, await planning.OverlapsOf(activity, ct));
    }
}
