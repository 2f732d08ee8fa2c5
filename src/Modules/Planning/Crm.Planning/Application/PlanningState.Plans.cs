using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application;

internal sealed partial class PlanningState
{
    // The targets of all plans that were ever approved.
    private async IAsyncEnumerable<StateEvent> Plans([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var plan in db.InPages<SalesPlan, SalesPlanId>(db.Plans.Where(p => p.State != PlanState.Draft), ct))
        {
            foreach (var target in plan.Targets.OrderBy(t => t.InForceSince))
                yield return new StateEvent(Names.Stream(plan), target.InForceSince, PlanningPublishedEvents.Of(plan, target));
        }
    }
}
