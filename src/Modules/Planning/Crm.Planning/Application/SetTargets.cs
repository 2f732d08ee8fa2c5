using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application.Policy;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application;

/// <summary>Replaces the targets of a plan. Those of an approved plan can get other values and be joined by others, and none can go.</summary>
internal sealed record SetTargets(Guid Id, IReadOnlyList<TargetInput> Targets) : ICommand<PlanReply>;

internal sealed class SetTargetsValidator : AbstractValidator<SetTargets>
{
    public SetTargetsValidator() => this.TargetRules(c => c.Targets);
}

internal sealed class SetTargetsHandler(PlanningDbContext db, UnseenFields unseen) : ICommandHandler<SetTargets, PlanReply>
{
    public async Task<PlanReply> Handle(SetTargets command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        var kept = unseen.Keep(PlanInput.Resource, command, command with { Targets = TargetInput.AllOf(plan) });
        plan.SetTargets([.. kept.Targets.Select(t => t.Terms())], await db.PolicyOf(ct));
        return PlanReply.Of(plan);
    }
}
