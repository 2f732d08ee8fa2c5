using Crm.BuildingBlocks;
using Crm.Planning.Contracts;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Domain.Vouchers;

namespace Crm.Planning.Application;

internal sealed partial class PlanningPublishedEvents
{
    private static IIntegrationEvent? Offers(AggregateRoot source, DomainEvent happened) => (source, happened) switch
    {
        (Promotion p, PromotionWasPublished told) => Of(p, p.Versions.Single(v => v.Number == told.Number), told.Part),
        (Promotion p, PromotionWasSuspended) => new PromotionSuspendedV1(p.Key, p.Code, p.TurnReason, p.TurnedAt!.Value),
        (Promotion p, PromotionWasResumed) => new PromotionResumedV1(p.Key, p.Code, p.TurnReason, p.TurnedAt!.Value),
        (Promotion p, PromotionHasEnded) => new PromotionEndedV1(p.Key, p.Code, p.TurnReason, p.TurnedAt!.Value, p.EndedEarly),
        (Promotion, SegmentWasWanted wanted) => new SegmentWantedV1(wanted.RequestId, wanted.SegmentId, wanted.Until),
        (VoucherBatch b, VouchersWereIssued) => Of(b),
        (VoucherBatch b, VouchersWereWithdrawn withdrawn) => new VouchersWithdrawnV1(b.Key, withdrawn.All, withdrawn.Numbers),
        _ => null,
    };

    public static PromotionPublishedV1 Of(Promotion promotion, PromotionVersion version, int part)
    {
        var parts = version.Parts;
        return new PromotionPublishedV1(
            promotion.Key, promotion.Code, version.Number, version.PublishedAt, CampaignId: null, version.CostOwnerId, version.MaxUses, version.MaxUsesPerCoupon,
            version.MaxUsesPerCustomer, version.MostPerCustomer, version.Budget, part, parts.Count, parts[part - 1]);
    }

    public static VoucherBatchIssuedV1 Of(VoucherBatch batch) => new(batch.Key, batch.PromotionCode, batch.Prefix, batch.Count, batch.Secret, batch.ValidTo);
}
