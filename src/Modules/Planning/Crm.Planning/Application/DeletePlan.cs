using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application;

/// <summary>Hides a draft; an administrator can restore it.</summary>
internal sealed record DeletePlan(Guid Id) : ICommand<PlanReply>;

internal sealed class DeletePlanValidator : AbstractValidator<DeletePlan>
{
    public DeletePlanValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class DeletePlanHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<DeletePlan, PlanReply>
{
    public async Task<PlanReply> Handle(DeletePlan command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.Delete(time.GetUtcNow());
        return PlanReply.Of(plan);
    }
}
