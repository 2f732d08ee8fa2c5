using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application;

/// <summary>Replaces what is said of a plan; its targets stay.</summary>
internal sealed record ChangePlan(Guid Id, PlanInput Plan) : ICommand<PlanReply>;

internal sealed class ChangePlanValidator : AbstractValidator<ChangePlan>
{
    public ChangePlanValidator() => RuleFor(c => c.Plan).SetValidator(new PlanInputValidator<PlanInput>()).OverridePropertyName("");
}

internal sealed class ChangePlanHandler(PlanningDbContext db, UnseenFields unseen) : ICommandHandler<ChangePlan, PlanReply>
{
    public async Task<PlanReply> Handle(ChangePlan command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        var input = unseen.Keep(PlanInput.Resource, command.Plan, PlanInput.Of(plan));
        await db.RequireFreeRefs(input.ExternalRefs, plan.Id, ct);
        plan.Change(input.Terms(), input.OwnerId ?? plan.OwnerId, input.UnitId ?? plan.UnitId);
        return PlanReply.Of(plan);
    }
}
