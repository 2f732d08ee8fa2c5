using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application.Policy;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application;

/// <summary>Puts the targets of a draft or of a plan in review in force and tells the others.</summary>
internal sealed record ApprovePlan(Guid Id) : ICommand<PlanReply>;

internal sealed class ApprovePlanValidator : AbstractValidator<ApprovePlan>
{
    public ApprovePlanValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ApprovePlanHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<ApprovePlan, PlanReply>
{
    public async Task<PlanReply> Handle(ApprovePlan command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.Approve(caller.Caller.Id, time.GetUtcNow(), await db.PolicyOf(ct));
        return PlanReply.Of(plan);
    }
}
