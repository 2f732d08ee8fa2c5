using Crm.Pricing;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>What the promotions of a day want to know of a buyer. What none of them asks for is not read, so that an order costs no trip for it.</summary>
/// <param name="Segments">Whether the buyer is in one of these.</param>
/// <param name="AsksFirstOrder">Whether the buyer ever ordered before.</param>
/// <param name="Counted">Promotions of which it counts what the buyer has had.</param>
internal sealed record BuyerQuestions(IReadOnlyList<Guid> Segments, bool AsksFirstOrder, IReadOnlyList<PublishPromotion> Counted)
{
    /// <param name="promotions">Of the day, with their limits.</param>
    public static BuyerQuestions Of(IReadOnlyList<PublishPromotion> promotions)
    {
        var conditions = promotions.SelectMany(p => p.Conditions()).ToList();
        var segments = conditions.OfType<InSegment>().SelectMany(s => s.Segments).Select(s => Guid.TryParseExact(s, "D", out var id) ? id : (Guid?)null);
        return new BuyerQuestions([.. segments.OfType<Guid>().Distinct()], conditions.OfType<FirstOrder>().Any(), [.. promotions.Where(p => p.CountsPerCustomer)]);
    }
}
