using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

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
        var plan = await db.ForRestore<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.Restore();
        return PlanReply.Of(plan);
    }
}
