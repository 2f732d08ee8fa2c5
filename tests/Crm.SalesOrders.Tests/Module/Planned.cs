using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.Planning.Contracts;
using Crm.Pricing;
using Crm.SalesOrders.Application.Prices;

namespace Crm.SalesOrders.Tests.Module;

/// <summary>What Planning tells, in short words.</summary>
internal static class Planned
{
    public static readonly DateTimeOffset Then = DateTimeOffset.UnixEpoch;

    /// <summary>A promotion arrives as a whole.</summary>
    public static Task Plan(this SalesOrdersHost host, PublishPromotion promotion, Guid source, int position = 1) =>
        host.Hear(Parts(promotion, source, 1).Single(), source, position);

    /// <summary>The events of one version, one for each part.</summary>
    public static IReadOnlyList<PromotionPublishedV1> Parts(PublishPromotion promotion, Guid source, int parts)
    {
        var text = JsonSerializer.Serialize(promotion.ToPromotion(), CrmJson.Options);
        var length = (text.Length + parts - 1) / parts;
        return
        [
            .. text.Chunk(length).Select((part, i) => new PromotionPublishedV1(
                source, promotion.Code, promotion.Version, Then, null, Guid.CreateVersion7(), promotion.MaxUses, promotion.MaxUsesPerCoupon, promotion.MaxUsesPerCustomer,
                promotion.MostPerCustomer, promotion.Budget, i + 1, parts, new string(part))),
        ];
    }

    public static PriceListPublishedV1 List(Guid source, PublishPriceList list) =>
        new(source, list.Code, list.Version, Then, 1, 1, JsonSerializer.Serialize(list.ToPriceList(), CrmJson.Options));

    /// <summary>Five off the order.</summary>
    public static PublishPromotion Five(string code = "five") => Offers.Promotion(code, PricePhase.OrderPromotions, new AmountOff(5m));
}
