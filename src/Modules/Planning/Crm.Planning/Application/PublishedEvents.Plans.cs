using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Planning.Contracts;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Forecasts;

namespace Crm.Planning.Application;

internal sealed partial class PlanningPublishedEvents
{
    private static IIntegrationEvent? Plans(AggregateRoot source, DomainEvent happened) => (source, happened) switch
    {
        (SalesPlan plan, TargetCameIntoForce force) => Of(plan, plan.Targets.Single(t => t.Id == force.TargetId)),
        (SalesPlan plan, PlanWasActivated) => ActivationOf(plan),
        (SalesPlan plan, PlanWasClosed) => ClosingOf(plan),
        (ForecastSubmission forecast, ForecastWasSubmitted) => Of(forecast),
        (ForecastAdjustment adjustment, ForecastWasAdjusted) => Of(adjustment),
        _ => null,
    };

    public static TargetSetV1 Of(SalesPlan plan, Target target) => new(
        target.Id,
        plan.Id.Value,
        plan.Name,
        Enums.Name(target.Metric),
        Enums.Name(target.Scope),
        target.Scope == TargetScope.Company ? null : target.ScopeKey,
        target.Metric == TargetMetric.NetSales ? plan.Currency : null,
        [.. target.Values.Select(m => new TargetMonthV1(m.Month, m.Value, m.Stretch))],
        target.ParentId);

    public static PlanActivatedV1 ActivationOf(SalesPlan plan) => new(
        plan.Id.Value, plan.RootId, plan.Number, plan.Name, plan.UnitId, plan.Currency, plan.FirstMonth, plan.LastMonth.AddMonths(1).AddDays(-1), plan.BudgetPlanned);

    public static PlanClosedV1 ClosingOf(SalesPlan plan) => new(plan.Id.Value, plan.SupersededById);

    public static ForecastSubmittedV1 Of(ForecastSubmission f) => new(
        f.Id.Value, f.Period, f.OwnerId!.Value, f.UnitId, f.Currency, f.Said.Pipeline, f.Said.BestCase, f.Said.Commit, f.Said.Closed, f.SubmittedAt);

    public static ForecastAdjustedV1 Of(ForecastAdjustment a) => new(a.Id.Value, a.SubmissionId.Value, a.ById, Enums.Name(a.Category), a.Amount, a.At);
}
