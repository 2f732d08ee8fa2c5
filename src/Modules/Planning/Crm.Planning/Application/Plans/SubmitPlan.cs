using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Plans;

/// <summary>Gives a draft to whoever approves it; until then nothing of it changes.</summary>
internal sealed record SubmitPlan(Guid Id) : ICommand<PlanReply>;

internal sealed class SubmitPlanValidator : AbstractValidator<SubmitPlan>
{
    public SubmitPlanValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class SubmitPlanHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<SubmitPlan, PlanReply>
{
    public async Task<PlanReply> Handle(SubmitPlan command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.Submit(caller.Caller.Id, time.GetUtcNow());
        return PlanReply.Of(plan);
    }
}
