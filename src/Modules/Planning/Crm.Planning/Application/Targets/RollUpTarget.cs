using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Targets;

/// <summary>Makes a target of a draft the sum of its parts, month by month.</summary>
internal sealed record RollUpTarget(Guid Id, Guid TargetId) : ICommand<PlanReply>;

internal sealed class RollUpTargetValidator : AbstractValidator<RollUpTarget>
{
    public RollUpTargetValidator() => RuleFor(c => c.TargetId).NotEmpty();
}

internal sealed class RollUpTargetHandler(PlanningDbContext db) : ICommandHandler<RollUpTarget, PlanReply>
{
    public async Task<PlanReply> Handle(RollUpTarget command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.RequireDraft();
        var whole = plan.TargetOf(command.TargetId);
        var parts = plan.Targets.Where(t => t.ParentId == whole.Id).ToList();
        if (parts.Count == 0) throw PlanningRules.TargetWithoutParts.Broken();
        plan.Replace(whole.Subject, [.. parts.SelectMany(p => p.Values).GroupBy(m => m.Month).OrderBy(g => g.Key).Select(SumOf)]);
        return PlanReply.Of(plan);
    }

    // A part without a stretch stretches to its value.
    private static MonthlyValue SumOf(IGrouping<DateOnly, MonthlyValue> month) => new(
        month.Key, month.Sum(m => m.Value), month.Any(m => m.Stretch is not null) ? month.Sum(m => m.Stretch ?? m.Value) : null);
}
