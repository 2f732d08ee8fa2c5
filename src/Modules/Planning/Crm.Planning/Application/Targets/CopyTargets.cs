using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Targets;

/// <summary>Gives a draft the targets of another plan, or what was sold before, with growth; one for the same metric and scope is replaced.</summary>
internal sealed record CopyTargets(Guid Id, CopyInput Copy) : ICommand<PlanReply>;

/// <param name="FromPlanId">The plan to copy: its first month becomes the first month here. This or fromActuals.</param>
/// <param name="FromActuals">What was sold to copy.</param>
/// <param name="Growth">0.1 is a tenth more; from -1 to 10, up to six decimals.</param>
internal sealed record CopyInput(Guid? FromPlanId = null, ActualsInput? FromActuals = null, decimal Growth = 0);

/// <param name="Metrics">What to make targets for.</param>
/// <param name="Scopes">Whose: company, person or channel. Where the first of the others adds up to the company, its targets become parts of the company's.</param>
/// <param name="ShiftYears">From how many years before, 1 to 10.</param>
internal sealed record ActualsInput(IReadOnlyList<TargetMetric> Metrics, IReadOnlyList<TargetScope> Scopes, int ShiftYears = 1);

internal sealed class CopyTargetsValidator : AbstractValidator<CopyTargets>
{
    private static readonly Phrase OneSource = new("Exactly one of fromPlanId and fromActuals is expected.", "fromPlanId 与 fromActuals 须且只能填写一个。");
    private static readonly Phrase NotScopes = new("'company', 'person' and 'channel' are expected, each at most once.", "应为 company、person、channel，各最多一次。");
    private static readonly Phrase NotMetrics = new("Metrics are expected, each at most once.", "应填写指标，各最多一次。");

    public CopyTargetsValidator()
    {
        RuleFor(c => c.Copy.FromPlanId).Must((c, plan) => plan is null != c.Copy.FromActuals is null).WithPhrase(OneSource).OverridePropertyName("fromPlanId");
        RuleFor(c => c.Copy.Growth).InclusiveBetween(-1m, 10m).PrecisionScale(9, 6, ignoreTrailingZeros: true).OverridePropertyName("growth");
        When(c => c.Copy.FromActuals is not null, () =>
        {
            RuleFor(c => c.Copy.FromActuals!.ShiftYears).InclusiveBetween(1, 10).OverridePropertyName("fromActuals.shiftYears");
            RuleFor(c => c.Copy.FromActuals!.Metrics).Must(m => m is { Count: > 0 } && m.Distinct().Count() == m.Count)
                .WithPhrase(NotMetrics).OverridePropertyName("fromActuals.metrics");
            RuleFor(c => c.Copy.FromActuals!.Scopes).Must(s => s is { Count: > 0 } && s.Distinct().Count() == s.Count && !s.Contains(TargetScope.Unit))
                .WithPhrase(NotScopes).OverridePropertyName("fromActuals.scopes");
        });
    }
}

internal sealed class CopyTargetsHandler(PlanningDbContext db) : ICommandHandler<CopyTargets, PlanReply>
{
    public async Task<PlanReply> Handle(CopyTargets command, CancellationToken ct)
    {
        var plan = await db.ForChange<SalesPlan, SalesPlanId>(new SalesPlanId(command.Id), ct);
        plan.RequireDraft();
        var source = command.Copy.FromActuals is { } actuals ? await Sold(plan, actuals, ct) : await OfPlan(plan, command.Copy.FromPlanId!.Value, ct);
        plan.Put(TargetGrowth.Of(source, command.Copy.Growth, plan.Currency));
        return PlanReply.Of(plan);
    }

    private async Task<List<TargetTerms>> OfPlan(SalesPlan plan, Guid fromId, CancellationToken ct)
    {
        var key = new SalesPlanId(fromId);
        var from = await db.Plans.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == key, ct)
            ?? throw new ResourceNotFound("sales-plan", fromId.ToString());
        if (from.Currency != plan.Currency && from.Targets.Any(t => t.Metric == TargetMetric.NetSales))
            throw PlanningRules.OtherCurrency.Broken(from.Currency, plan.Currency);
        var shift = Months.Count(from.FirstMonth, plan.FirstMonth) - 1;
        return
        [
            .. from.TargetsAsTerms()
                .Select(t => t with { Months = [.. t.Months.Select(m => m with { Month = m.Month.AddMonths(shift) }).Where(m => m.Month <= plan.LastMonth)] })
                .Where(t => t.Months.Count > 0),
        ];
    }

    private async Task<List<TargetTerms>> Sold(SalesPlan plan, ActualsInput wanted, CancellationToken ct)
    {
        var period = SalesPeriod.Of(plan).YearsEarlier(wanted.ShiftYears);
        await db.RequireSeen(period, wanted.Scopes, ct);
        var sold = await ActualSales.Read(db, period, withUnits: false, ct);
        var targets = wanted.Metrics.SelectMany(metric => Sold(sold, metric, wanted)).ToList();
        return targets.Count > 0 ? targets : throw PlanningRules.NothingSold.Broken(period.First, period.Last);
    }

    private static IEnumerable<TargetTerms> Sold(ActualSales sold, TargetMetric metric, ActualsInput wanted)
    {
        var company = TargetSubject.OfCompany(metric);
        var whole = wanted.Scopes.Contains(TargetScope.Company) ? Of(company) : null;
        if (whole is not null) yield return whole;
        TargetScope? dividing = null;
        foreach (var scope in wanted.Scopes.Where(s => s != TargetScope.Company))
        {
            var parts = sold.Keys(scope).Where(k => k.Length > 0).Select(k => Of(new TargetSubject(metric, scope, k))).OfType<TargetTerms>().ToList();
            // Sales that are credited to nobody are missing from the parts.
            if (dividing is null && whole is not null && whole.Months.All(m => parts.Sum(p => p.Months.Where(v => v.Month == m.Month).Sum(v => v.Value)) == m.Value))
                dividing = scope;
            foreach (var part in parts) yield return dividing == scope ? part with { Parent = company } : part;
        }

        TargetTerms? Of(TargetSubject subject)
        {
            var months = sold.Months.Select(m => new MonthlyValue(m.AddYears(wanted.ShiftYears), sold.Of(subject.Scope, subject.Key, m).Of(metric))).Where(m => m.Value > 0).ToList();
            return months.Count == 0 ? null : new TargetTerms(subject, months);
        }
    }
}
