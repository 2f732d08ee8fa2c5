using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application;

/// <summary>Creates or changes the plan that another system knows by a key of its own; a draft that was deleted is brought back.</summary>
internal sealed record PutPlanByRef(string System, string ExternalId, PlanInput Plan) : ICommand<PutPlanReply>;

/// <param name="Plan">As it is now.</param>
/// <param name="WasCreated">Whether there was none before.</param>
internal sealed record PutPlanReply(PlanReply Plan, bool WasCreated);

internal sealed class PutPlanByRefValidator : AbstractValidator<PutPlanByRef>
{
    public PutPlanByRefValidator()
    {
        RuleFor(c => c.System).NotEmpty().MaximumLength(PlanRef.LongestSystem);
        RuleFor(c => c.ExternalId).NotEmpty().MaximumLength(PlanRef.LongestId);
        RuleFor(c => c.Plan).SetValidator(new PlanInputValidator<PlanInput>()).OverridePropertyName("");
    }
}

internal sealed class PutPlanByRefHandler(
    PlanningDbContext db,
    ICommandHandler<CreatePlan, PlanReply> create,
    ICommandHandler<ChangePlan, PlanReply> change,
    ICommandHandler<RestorePlan, PlanReply> restore)
    : ICommandHandler<PutPlanByRef, PutPlanReply>
{
    public Task<PutPlanReply> Handle(PutPlanByRef command, CancellationToken ct)
    {
        var own = new ExternalRefInput(command.System, command.ExternalId);
        var input = command.Plan.ExternalRefs is { } refs ? command.Plan with { ExternalRefs = [.. refs.Append(own).Distinct()] } : command.Plan;
        return db.ByReference(
            () => db.PlanByRef(own, ct),
            async () => new PutPlanReply(await create.Handle(CreatePlan.From(input with { ExternalRefs = input.ExternalRefs ?? [own] }), ct), WasCreated: true),
            known => Change(known!.Value, input, ct));
    }

    private async Task<PutPlanReply> Change(SalesPlanId id, PlanInput input, CancellationToken ct)
    {
        // Whoever else writes to the same key waits here; all of them reading the same version would let one win and try again and again.
        await db.Dialect.Locked<SalesPlan, SalesPlanId>(db, nameof(SalesPlan.Id), [id]).Select(p => p.Id).ToListAsync(ct);
        if (!await db.Plans.AnyAsync(p => p.Id == id, ct)) await restore.Handle(new RestorePlan(id.Value), ct);
        return new PutPlanReply(await change.Handle(new ChangePlan(id.Value, input), ct), WasCreated: false);
    }
}

internal static class PlanRefs
{
    /// <summary>The plan with this key in another system, deleted or not; null when there is none that the caller may see.</summary>
    public static Task<SalesPlanId?> PlanByRef(this PlanningDbContext db, ExternalRefInput reference, CancellationToken ct) =>
        With(db.Plans.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]), reference).SingleOrDefaultAsync(ct);

    /// <summary>Refuses keys that belong to another plan, one the caller may not see and a deleted one included.</summary>
    public static async Task RequireFreeRefs(this PlanningDbContext db, IReadOnlyList<ExternalRefInput>? refs, SalesPlanId? own, CancellationToken ct)
    {
        var held = db.Plans.IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter])
            .Where(p => own == null || p.Id != own).SelectMany(p => p.ExternalRefs).Select(r => new ExternalKey { System = r.System, Id = r.RefId });
        if (await held.FirstTaken([.. (refs ?? []).Select(r => new ExternalKey { System = r.System, Id = r.Id })], ct) is { } taken)
            throw PlanningRules.ReferenceTaken.Broken(taken.System, taken.Id);
    }

    private static IQueryable<SalesPlanId?> With(IQueryable<SalesPlan> plans, ExternalRefInput reference) => plans
        .Where(p => p.ExternalRefs.Any(r => r.System == reference.System && r.RefId == reference.Id)).Select(p => (SalesPlanId?)p.Id);
}
