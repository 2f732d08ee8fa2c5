using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application;

/// <summary>Brings a deleted draft back.</summary>
internal sealed record RestorePlan(Guid Id) : ICommand<PlanReply>;

internal sealed class RestorePlanValidator : AbstractValidator<RestorePlan>
{
    public RestorePlanValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RestorePlanHandler(PlanningDbContext db) : ICommandHandler<RestorePlan, PlanReply>
{
    public async Task<PlanReply> Handle(RestorePlan command, CancellationToken ct)
    {
        var id = new SalesPlanId(command.Id);
        var plan = await db.Plans.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, ct)
            ?? throw new ResourceNotFound("sales-plan", command.Id.ToString());
        db.CheckExpectedVersion(plan);
        plan.Restore();
        return PlanReply.Of(plan);
    }
}
