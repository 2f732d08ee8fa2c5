using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Plans;

/// <summary>Replaces the strategies of a plan that is not closed: what is done about them changes while the plan is worked by.</summary>
internal sealed record SetStrategies(Guid Id, IReadOnlyList<StrategyInput> Strategies) : ICommand<PlanReply>;

/// <param name="Name">At most 200 characters.</param>
/// <param name="Hypothesis">Why it should work; at most 2000 characters.</param>
/// <param name="OwnerId">Who answers for it.</param>
/// <param name="Measure">By what one will see that it works; at most 200 characters.</param>
/// <param name="Actions">What is done, in order.</param>
internal sealed record StrategyInput(
    string Name, string? Hypothesis = null, Guid? OwnerId = null, string? Measure = null, IReadOnlyList<ActionInput>? Actions = null)
{
    public static IReadOnlyList<StrategyInput> AllOf(SalesPlan plan) =>
    [
        .. plan.Strategies.OrderBy(s => s.Position).Select(s => s.Terms).Select(s => new StrategyInput(
            s.Name, s.Hypothesis, s.OwnerId, s.Measure, [.. s.Actions.Select(a => new ActionInput(a.Text, a.OwnerId, a.DueOn, a.IsDone))])),
    ];

    public StrategyTerms Terms() => new(
        Name.Trim(), Hypothesis, OwnerId, Measure, [.. (Actions ?? []).Select(a => new ActionTerms(a.Text.Trim(), a.OwnerId, a.DueOn, a.IsDone))]);
}

/// <param name="Text">What is done; at most 2000 characters.</param>
/// <param name="OwnerId">By whom.</param>
/// <param name="DueOn">Business date.</param>
/// <param name="IsDone">Whether it has been.</param>
internal sealed record ActionInput(string Text, Guid? OwnerId = null, DateOnly? DueOn = null, bool IsDone = false);

internal sealed class SetStrategiesValidator : AbstractValidator<SetStrategies>
{
    public SetStrategiesValidator()
    {
        RuleFor(c => c.Strategies).AtMost(ContentLimits.Parts);
        RuleForEach(c => c.Strategies).NotNull().ChildRules(strategy =>
        {
            strategy.RuleFor(s => s.Name).NotEmpty().MaximumLength(ContentLimits.Name);
            strategy.RuleFor(s => s.Hypothesis).MaximumLength(ContentLimits.Text);
            strategy.RuleFor(s => s.Measure).MaximumLength(ContentLimits.Name);
            strategy.RuleFor(s => s.Actions).AtMost(ContentLimits.Parts);
            strategy.RuleForEach(s => s.Actions).NotNull().ChildRules(action => action.RuleFor(a => a.Text).NotEmpty().MaximumLength(ContentLimits.Text));
        });
    }
}

internal sealed class SetStrategiesHandler(PlanningDbContext db, UnseenFields unseen) : ICommandHandler<SetStrategies, PlanReply>
{
    public async Task<PlanReply> Handle(SetStrategies command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        var kept = unseen.Keep(PlanInput.Resource, command, command with { Strategies = StrategyInput.AllOf(plan) });
        plan.SetStrategies([.. kept.Strategies.Select(i => i.Terms())]);
        return PlanReply.Of(plan);
    }
}
