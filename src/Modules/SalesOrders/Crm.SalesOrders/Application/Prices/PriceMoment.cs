using Crm.SalesOrders.Domain.Prices;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>What decides prices at the moment, beside what was published and never changes.</summary>
/// <param name="Uses">Of promotions by all orders.</param>
/// <param name="Suspensions">Of planned lists and promotions.</param>
/// <param name="Vouchers">Batches of codes.</param>
internal sealed record PriceMoment(IReadOnlyCollection<PromotionUse> Uses, IReadOnlyCollection<PriceSuspension> Suspensions, KnownVouchers Vouchers)
{
    public static readonly PriceMoment First = new([], [], KnownVouchers.None);

    /// <summary>Codes of what is suspended or over.</summary>
    public IEnumerable<string> Off(PublicationKind kind) => Suspensions.Where(s => s.Kind == kind && s.IsOff).Select(s => s.Code);
}
