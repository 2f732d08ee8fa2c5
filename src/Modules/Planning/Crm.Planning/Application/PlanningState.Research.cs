using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Domain.Studies;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application;

internal sealed partial class PlanningState
{
    // An observation is told of when it is made, so that is where it stands.
    private const int Observed = 1;

    // Every price that was ever seen, for a correction names the one it replaces; and every completed study.
    private async IAsyncEnumerable<StateEvent> Research([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var price in db.InPages<CompetitorPrice, CompetitorPriceId>(db.Set<CompetitorPrice>(), ct))
            yield return new StateEvent(Names.Stream(price), Observed, PlanningPublishedEvents.Of(price));
        await foreach (var study in db.InPages<Study, StudyId>(db.Set<Study>().Where(s => s.CompletedPosition > 0), ct))
            yield return new StateEvent(Names.Stream(study), study.CompletedPosition, PlanningPublishedEvents.Of(study));
    }
}
