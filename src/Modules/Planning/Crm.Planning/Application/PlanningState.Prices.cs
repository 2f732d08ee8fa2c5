using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.PriceLists;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application;

internal sealed partial class PlanningState
{
    // Every version, since orders of a day are priced by the version of the day, and whether the list is sold by.
    private async IAsyncEnumerable<StateEvent> Prices([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var list in db.InPages<PlannedPriceList, PlannedPriceListId>(db.Set<PlannedPriceList>().Where(l => l.Number > 0), ct))
        {
            var texts = await db.Set<PublishedListText>().AsNoTracking().Where(t => t.PriceListId == list.Id).ToDictionaryAsync(t => t.Number, t => t.Text, ct);
            var told = list.Versions
                .SelectMany(v => PlanningPublishedEvents.Of(list, v, texts[v.Number]).Select(e => new StateEvent(Names.Stream(list), v.Position + e.Part - 1, e))).ToList();
            if (list.TurnedPosition > 0)
            {
                told.Add(new StateEvent(Names.Stream(list), list.TurnedPosition,
                    PlanningPublishedEvents.Turned(list) ?? new PriceListResumedV1(list.Key, list.Code, list.TurnedBecause, list.TurnedAt!.Value)));
            }

            foreach (var happened in told.OrderBy(t => t.StreamPosition)) yield return happened;
        }
    }
}
