using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Plans;

/// <summary>Makes an approved plan the one the company works by, in the place of the versions before it.</summary>
internal sealed record ActivatePlan(Guid Id) : ICommand<PlanReply>;

internal sealed class ActivatePlanValidator : AbstractValidator<ActivatePlan>
{
    public ActivatePlanValidator() => RuleFor(c => c.Id).NotEmpty();
}

internal sealed class ActivatePlanHandler(PlanningDbContext db, CompanyDay days, TimeProvider time) : ICommandHandler<ActivatePlan, PlanReply>
{
    public async Task<PlanReply> Handle(ActivatePlan command, CancellationToken ct)
    {
        await db.LockVersions(command.Id, ct);
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.Activate(await days.Today(ct), time.GetUtcNow());
        var before = await db.VersionsOf(plan.RootId).AsSplitQuery()
            .Where(p => p.Id != plan.Id && (p.State == PlanState.Active || (p.State == PlanState.Approved && p.Number < plan.Number))).ToListAsync(ct);
        foreach (var version in before) version.Close(time.GetUtcNow(), plan.Id);
        return PlanReply.Of(plan);
    }
}

internal static class PlanVersions
{
    /// <summary>Makes whoever else begins or activates a version of the same plan wait for this transaction.</summary>
    public static async Task LockVersions(this PlanningDbContext db, Guid id, CancellationToken ct)
    {
        var key = new SalesPlanId(id);
        var root = await db.Plans.Where(p => p.Id == key).Select(p => p.RevisionOf).SingleOrDefaultAsync(ct) ?? id;
        await db.Dialect.Locked<SalesPlan, SalesPlanId>(db, nameof(SalesPlan.Id), [new SalesPlanId(root)]).Select(p => p.Id).ToListAsync(ct);
    }

    /// <summary>All versions of a plan, deleted ones left out, whoever may see them.</summary>
    public static IQueryable<SalesPlan> VersionsOf(this PlanningDbContext db, Guid rootId) =>
        Of(db.Plans.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]), rootId);

    public static IQueryable<SalesPlan> Of(IQueryable<SalesPlan> plans, Guid rootId)
    {
        var root = new SalesPlanId(rootId);
        return plans.Where(p => p.Id == root || p.RevisionOf == rootId);
    }
}
