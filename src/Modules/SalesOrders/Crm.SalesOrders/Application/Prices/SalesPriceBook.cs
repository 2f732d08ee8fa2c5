using System.Collections.Frozen;
using Crm.Pricing;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>A compiled price book with what Sales Orders adds to it.</summary>
/// <param name="Stamp">The state of the publications it was made from.</param>
/// <param name="Compiled">For the engine.</param>
/// <param name="Promotions">By code and version, with their limits.</param>
/// <param name="ClassOfSku">Tax classes of single products.</param>
/// <param name="ClassOfCategory">Tax classes of categories.</param>
/// <param name="UsedUp">Promotions whose uses or budget are used up.</param>
internal sealed record SalesPriceBook(
    long Stamp,
    CompiledPriceBook Compiled,
    FrozenDictionary<(string Code, int Version), PublishPromotion> Promotions,
    FrozenDictionary<string, string> ClassOfSku,
    FrozenDictionary<string, string> ClassOfCategory,
    FrozenSet<string> UsedUp)
{
    /// <summary>Before anything is published.</summary>
    public static readonly SalesPriceBook Empty = Of(0, [], [], null, []);

    public static SalesPriceBook Of(
        long stamp, IReadOnlyList<PublishPriceList> lists, IReadOnlyList<PublishPromotion> promotions, PublishTaxes? taxes, IEnumerable<string> usedUp)
    {
        var book = new PriceBook
        {
            Version = FormattableString.Invariant($"{stamp}"),
            Lists = [.. lists.Select(l => l.ToPriceList())],
            Promotions = [.. promotions.Select(p => p.ToPromotion())],
            Taxes = taxes?.Rates ?? [],
            TaxRounding = taxes?.Rounding ?? TaxRounding.PerLine,
            UsualTaxClass = taxes?.UsualClass,
            ShippingTaxClass = taxes?.ShippingClass,
        };
        return new SalesPriceBook(
            stamp,
            CompiledPriceBook.Of(book),
            promotions.ToFrozenDictionary(p => (p.Code, p.Version)),
            ByMember(taxes, m => m.Skus),
            ByMember(taxes, m => m.Categories),
            usedUp.ToFrozenSet(StringComparer.Ordinal));
    }

    public string? TaxClass(string sku, string? category) =>
        ClassOfSku.GetValueOrDefault(sku) ?? (category is null ? null : ClassOfCategory.GetValueOrDefault(category));

    private static FrozenDictionary<string, string> ByMember(PublishTaxes? taxes, Func<PublishTaxes.Members, IReadOnlyList<string>> members) =>
        (taxes?.Classes ?? []).SelectMany(c => members(c).Select(m => (Member: m, c.Class))).DistinctBy(m => m.Member).ToFrozenDictionary(m => m.Member, m => m.Class);
}
