using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;

namespace Crm.Planning.Application.Targets;

/// <summary>How a total is divided over months.</summary>
internal enum DistributionPattern
{
    [Label("Even", "平均")]
    Even,

    /// <summary>As what was sold a year before.</summary>
    [Label("Last year", "去年同期")]
    LastYear,

    /// <summary>By weights that are given.</summary>
    [Label("Own", "自定义")]
    Own,
}

/// <summary>Divides a total over all months of a draft's period; to the last digit they add up to it.</summary>
internal sealed record DistributeTarget(Guid Id, Guid TargetId, DistributionInput Distribution) : ICommand<PlanReply>;

/// <param name="Total">Of the whole period, in units of the metric.</param>
/// <param name="Pattern">How it is divided.</param>
/// <param name="Stretch">Of the whole period, not below the total; left out: none.</param>
/// <param name="Weights">With the pattern own, and only there: one per month of the period, not negative, not all 0.</param>
internal sealed record DistributionInput(decimal Total, DistributionPattern Pattern, decimal? Stretch = null, IReadOnlyList<decimal>? Weights = null);

internal sealed class DistributeTargetValidator : AbstractValidator<DistributeTarget>
{
    private const decimal GreatestWeight = 1_000_000_000m;

    private static readonly Phrase StretchBelow = new("The stretch is not below the total.", "挑战值不得低于总额。");
    private static readonly Phrase WeightsOfOwn = new(
        "Expected with the pattern own, and with no other: up to 60 weights from 0 to 1,000,000,000, not all 0.", "仅自定义方式需要填写：最多 60 个权重，介于 0 与 1,000,000,000 之间且不全为 0。");

    public DistributeTargetValidator()
    {
        RuleFor(c => c.Distribution.Total).InclusiveBetween(0, TargetInputValidator.GreatestValue).OverridePropertyName("total");
        RuleFor(c => c.Distribution.Stretch)
            .Must((c, stretch) => stretch is null || (stretch >= c.Distribution.Total && stretch <= TargetInputValidator.GreatestValue))
            .WithPhrase(StretchBelow).OverridePropertyName("stretch");
        RuleFor(c => c.Distribution.Weights).Must((c, weights) => Fit(c.Distribution.Pattern, weights)).WithPhrase(WeightsOfOwn).OverridePropertyName("weights");
    }

    private static bool Fit(DistributionPattern pattern, IReadOnlyList<decimal>? weights) => pattern == DistributionPattern.Own
        ? weights is { Count: > 0 and <= 60 } && weights.All(w => w is >= 0 and <= GreatestWeight) && weights.Any(w => w > 0)
        : weights is null;
}

internal sealed class DistributeTargetHandler(PlanningDbContext db) : ICommandHandler<DistributeTarget, PlanReply>
{
    private static readonly Phrase NotAsMany = new("The plan has {0} months, and so many weights are expected.", "计划共 {0} 个月，应填写相同数量的权重。");

    public async Task<PlanReply> Handle(DistributeTarget command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.RequireDraft();
        var target = plan.TargetOf(command.TargetId);
        var (total, pattern, stretch, _) = command.Distribution;
        var digits = Target.DigitsOf(target.Metric, plan.Currency);
        foreach (var value in new[] { total, stretch ?? 0 })
        {
            if (Math.Round(value, digits) != value) throw PlanningRules.ValueTooFine.Broken(target.Subject.MetricName, digits, value);
        }

        var months = Enumerable.Range(0, Months.Count(plan.FirstMonth, plan.LastMonth)).Select(plan.FirstMonth.AddMonths).ToList();
        var weights = pattern switch
        {
            DistributionPattern.LastYear => await LastYear(plan, target, months, ct),
            DistributionPattern.Own => command.Distribution.Weights!,
            _ => [.. months.Select(_ => 1m)],
        };
        if (weights.Count != months.Count) throw new InvalidInput("/weights", NotAsMany, months.Count);
        plan.Replace(target.Subject, TargetSplits.OverMonths(total, stretch, months, weights, digits));
        return PlanReply.Of(plan);
    }

    private async Task<IReadOnlyList<decimal>> LastYear(SalesPlan plan, Target target, List<DateOnly> months, CancellationToken ct)
    {
        var period = SalesPeriod.Of(plan).YearsEarlier(1);
        var sold = await ActualSales.Read(db, period, target.Scope == TargetScope.Unit, ct);
        var weights = months.ConvertAll(m => Math.Max(0m, sold.Of(target.Scope, target.ScopeKey, m.AddYears(-1)).Of(target.Metric)));
        return weights.Exists(w => w > 0) ? weights : throw PlanningRules.NothingSold.Broken(period.First, period.Last);
    }
}
