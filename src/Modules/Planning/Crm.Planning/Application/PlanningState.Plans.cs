using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain;
using Crm.Planning.Domain.Forecasts;

namespace Crm.Planning.Application;

internal sealed partial class PlanningState
{
    // The targets of all plans that were ever approved, what became of these plans, and what was forecast.
    private async IAsyncEnumerable<StateEvent> Plans([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var plan in db.InPages<SalesPlan, SalesPlanId>(db.Plans.Where(p => p.ApprovedAt != null), ct))
        {
            foreach (var told in OfPlan(plan).OrderBy(t => t.StreamPosition)) yield return told;
        }

        await foreach (var forecast in db.InPages<ForecastSubmission, ForecastSubmissionId>(db.ForecastSubmissions, ct))
            yield return new StateEvent(Names.Stream(forecast), forecast.Version, PlanningPublishedEvents.Of(forecast));
        await foreach (var adjustment in db.InPages<ForecastAdjustment, ForecastAdjustmentId>(db.ForecastAdjustments, ct))
            yield return new StateEvent(Names.Stream(adjustment), adjustment.Version, PlanningPublishedEvents.Of(adjustment));
    }

    private static IEnumerable<StateEvent> OfPlan(SalesPlan plan)
    {
        var stream = Names.Stream(plan);
        foreach (var target in plan.Targets) yield return new StateEvent(stream, target.InForceSince, PlanningPublishedEvents.Of(plan, target));
        if (plan.ActiveSince > 0) yield return new StateEvent(stream, plan.ActiveSince, PlanningPublishedEvents.ActivationOf(plan));
        if (plan.ClosedSince > 0) yield return new StateEvent(stream, plan.ClosedSince, PlanningPublishedEvents.ClosingOf(plan));
    }
}
