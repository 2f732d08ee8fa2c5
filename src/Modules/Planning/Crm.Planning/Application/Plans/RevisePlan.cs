using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Plans;

/// <summary>Begins a draft that says what a plan in force says; the plan itself stays until the draft is activated.</summary>
internal sealed record RevisePlan(Guid Id) : ICommand<PlanReply>;

internal sealed class RevisePlanValidator : AbstractValidator<RevisePlan>
{
    public RevisePlanValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class RevisePlanHandler(PlanningDbContext db, TimeProvider time) : ICommandHandler<RevisePlan, PlanReply>
{
    public async Task<PlanReply> Handle(RevisePlan command, CancellationToken ct)
    {
        await db.LockVersions(command.Id, ct);
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        // Deleted drafts can be restored, so their numbers stay theirs.
        var all = PlanVersions.Of(db.Plans.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter]), plan.RootId);
        var revision = plan.Revise(await all.MaxAsync(p => p.Number, ct) + 1, time.GetUtcNow());
        db.Plans.Add(revision);
        return PlanReply.Of(revision);
    }
}
