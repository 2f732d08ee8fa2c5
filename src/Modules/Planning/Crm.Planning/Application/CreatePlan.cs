using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application;

/// <summary>Begins a draft, with targets or without.</summary>
internal sealed record CreatePlan : PlanInput, ICommand<PlanReply>
{
    public IReadOnlyList<TargetInput> Targets { get; init; } = [];

    public static CreatePlan From(PlanInput input) => new()
    {
        Name = input.Name,
        FirstMonth = input.FirstMonth,
        LastMonth = input.LastMonth,
        Currency = input.Currency,
        OwnerId = input.OwnerId,
        UnitId = input.UnitId,
        ExternalRefs = input.ExternalRefs,
    };
}

/// <param name="Id">The plan.</param>
/// <param name="State">Its state now.</param>
/// <param name="Version">Send it as If-Match with the next change.</param>
internal sealed record PlanReply(Guid Id, PlanState State, int Version)
{
    public static PlanReply Of(SalesPlan plan) => new(plan.Id.Value, plan.State, plan.Version);
}

internal sealed class CreatePlanValidator : AbstractValidator<CreatePlan>
{
    public CreatePlanValidator()
    {
        Include(new PlanInputValidator<CreatePlan>());
        this.TargetRules(c => c.Targets);
    }
}

internal sealed class CreatePlanHandler(PlanningDbContext db, CallerContext caller, TimeProvider time) : ICommandHandler<CreatePlan, PlanReply>
{
    public async Task<PlanReply> Handle(CreatePlan command, CancellationToken ct)
    {
        await db.RequireFreeRefs(command.ExternalRefs, own: null, ct);
        var owner = command.OwnerId ?? caller.Caller.PersonId;
        var plan = SalesPlan.Create(
            command.Terms(), [.. command.Targets.Select(t => t.Terms())], owner, command.UnitId ?? caller.Caller.UnitId, time.GetUtcNow());
        db.Plans.Add(plan);
        return PlanReply.Of(plan);
    }
}
