using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Plans;

/// <summary>Replaces the objectives of a draft.</summary>
internal sealed record SetObjectives(Guid Id, IReadOnlyList<ObjectiveInput> Objectives) : ICommand<PlanReply>;

/// <param name="Text">What is to be true in the end; at most 2000 characters.</param>
/// <param name="Measure">By what one will see it; at most 200 characters.</param>
/// <param name="DueOn">Business date.</param>
internal sealed record ObjectiveInput(string Text, string? Measure = null, DateOnly? DueOn = null)
{
    public static IReadOnlyList<ObjectiveInput> AllOf(SalesPlan plan) =>
        [.. plan.Objectives.OrderBy(o => o.Position).Select(o => new ObjectiveInput(o.Text, o.Measure, o.DueOn))];

    public ObjectiveTerms Terms() => new(Text.Trim(), Measure, DueOn);
}

internal sealed class SetObjectivesValidator : AbstractValidator<SetObjectives>
{
    public SetObjectivesValidator()
    {
        RuleFor(c => c.Objectives).AtMost(ContentLimits.Parts);
        RuleForEach(c => c.Objectives).NotNull().ChildRules(objective =>
        {
            objective.RuleFor(o => o.Text).NotEmpty().MaximumLength(ContentLimits.Text);
            objective.RuleFor(o => o.Measure).MaximumLength(ContentLimits.Name);
        });
    }
}

internal sealed class SetObjectivesHandler(PlanningDbContext db, UnseenFields unseen) : ICommandHandler<SetObjectives, PlanReply>
{
    public async Task<PlanReply> Handle(SetObjectives command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        var kept = unseen.Keep(PlanInput.Resource, command, command with { Objectives = ObjectiveInput.AllOf(plan) });
        plan.SetObjectives([.. kept.Objectives.Select(i => i.Terms())]);
        return PlanReply.Of(plan);
    }
}
