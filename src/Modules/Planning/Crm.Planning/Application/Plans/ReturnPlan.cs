using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Plans;

/// <summary>Gives a plan in review back as a draft.</summary>
internal sealed record ReturnPlan(Guid Id, string? Reason) : ICommand<PlanReply>;

internal sealed class ReturnPlanValidator : AbstractValidator<ReturnPlan>
{
    public ReturnPlanValidator() => RuleFor(c => c.Reason).MaximumLength(2000);
}

internal sealed class ReturnPlanHandler(PlanningDbContext db) : ICommandHandler<ReturnPlan, PlanReply>
{
    public async Task<PlanReply> Handle(ReturnPlan command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.Return(command.Reason);
        return PlanReply.Of(plan);
    }
}
