using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Planning.Contracts;
using Crm.Planning.Domain;

namespace Crm.Planning.Application;

internal sealed partial class PlanningPublishedEvents
{
    private static IIntegrationEvent? Plans(AggregateRoot source, DomainEvent happened) => (source, happened) switch
    {
        (SalesPlan plan, TargetCameIntoForce force) => Of(plan, plan.Targets.Single(t => t.Id == force.TargetId)),
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
        [.. target.Months.OrderBy(m => m.Month).Select(m => new TargetMonthV1(m.Month, m.Value))]);
}
