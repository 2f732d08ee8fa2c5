using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application;

/// <summary>Ends an approved or active plan: nothing of it changes any more, its figures can still be read.</summary>
internal sealed record ClosePlan(Guid Id) : ICommand<PlanReply>;

internal sealed class ClosePlanValidator : AbstractValidator<ClosePlan>
{
    public ClosePlanValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ClosePlanHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<ClosePlan, PlanReply>
{
    public async Task<PlanReply> Handle(ClosePlan command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.Close(time.GetUtcNow());
        return PlanReply.Of(plan);
    }
}
