using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application;

/// <summary>The targets of all plans that were ever approved. Each stands at the position of its last event, so that it takes that event's place.</summary>
internal sealed class PlanningState(PlanningDbContext db) : ICurrentState
{
    public async IAsyncEnumerable<StateEvent> Read([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var plan in db.InPages<SalesPlan, SalesPlanId>(db.Plans.Where(p => p.State != PlanState.Draft), ct))
        {
            foreach (var target in plan.Targets.OrderBy(t => t.InForceSince))
                yield return new StateEvent(Names.Stream(plan), target.InForceSince, PlanningPublishedEvents.Of(plan, target));
        }
    }
}
