using System.Runtime.CompilerServices;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Domain.Vouchers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application;

internal sealed partial class PlanningState
{
    // Every version of every promotion, what became of it last, and every batch of codes with those that were withdrawn.
    private async IAsyncEnumerable<StateEvent> Offers([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var promotion in db.InPages<Promotion, PromotionId>(db.Set<Promotion>().Where(p => p.Versions.Any()), ct))
        {
            foreach (var (position, happened) in Told(promotion).OrderBy(t => t.Position)) yield return new StateEvent(Names.Stream(promotion), position, happened);
        }

        await foreach (var batch in db.InPages<VoucherBatch, VoucherBatchId>(db.Set<VoucherBatch>(), ct))
        {
            foreach (var (position, happened) in Told(batch)) yield return new StateEvent(Names.Stream(batch), position, happened);
        }
    }

    private static IEnumerable<(int Position, IIntegrationEvent Event)> Told(Promotion promotion)
    {
        foreach (var version in promotion.Versions)
        {
            for (var part = 1; part <= version.Parts.Count; part++)
                yield return (version.Position + part - 1, PlanningPublishedEvents.Of(promotion, version, part));
        }

        if (promotion.TurnedAt is not { } at) yield break;
        yield return (promotion.TurnPosition, promotion.State switch
        {
            PromotionState.Suspended => new PromotionSuspendedV1(promotion.Key, promotion.Code, promotion.TurnReason, at),
            PromotionState.Ended => new PromotionEndedV1(promotion.Key, promotion.Code, promotion.TurnReason, at, promotion.EndedEarly),
            _ => new PromotionResumedV1(promotion.Key, promotion.Code, promotion.TurnReason, at),
        });
    }

    private static IEnumerable<(int Position, IIntegrationEvent Event)> Told(VoucherBatch batch)
    {
        yield return (1, PlanningPublishedEvents.Of(batch));
        foreach (var told in batch.Withdrawn.GroupBy(w => w.Position).OrderBy(g => g.Key))
            yield return (told.Key, new VouchersWithdrawnV1(batch.Key, All: false, [.. told.Select(w => w.Number).Order()]));
        if (batch.WithdrawnAt is not null) yield return (batch.Version, new VouchersWithdrawnV1(batch.Key, All: true, []));
    }
}
