using System.Collections.Concurrent;
using System.Collections.Frozen;
using Crm.Pricing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Prices;

namespace Crm.SalesOrders.Application.Prices;

/// <summary>A compiled price book with what Sales Orders adds to it.</summary>
/// <param name="Stamp">The state of the publications it was made from.</param>
/// <param name="Compiled">For the engine.</param>
/// <param name="Promotions">By code and version, with their limits.</param>
/// <param name="ClassOfSku">Tax classes of single products.</param>
/// <param name="ClassOfCategory">Tax classes of categories.</param>
/// <param name="Directory">Channels, warehouses and categories.</param>
/// <param name="Limited">Versions of promotions with limits, the first first, and whether they are used up.</param>
internal sealed record SalesPriceBook(
    long Stamp,
    CompiledPriceBook Compiled,
    FrozenDictionary<(string Code, int Version), PublishPromotion> Promotions,
    FrozenDictionary<string, string> ClassOfSku,
    FrozenDictionary<string, string> ClassOfCategory,
    SalesDirectory Directory,
    FrozenDictionary<string, LimitedVersion[]> Limited)
{
    /// <summary>Before anything is published.</summary>
    public static readonly SalesPriceBook Empty = Of(0, PublishedPrices.None, SalesDirectory.First, PriceMoment.First);

    private readonly ConcurrentDictionary<DateOnly, BuyerQuestions> _asks = new();
    private readonly LimitedPromotion[] _usedUp = [.. Limited.Where(p => p.Value.Any(v => v.IsUsedUp)).Select(p => new LimitedPromotion(p.Key, p.Value))];

    /// <summary>Codes of suspended promotions.</summary>
    public required FrozenSet<string> Withdrawn { get; init; }

    public required KnownVouchers Vouchers { get; init; }

    public static SalesPriceBook Of(long stamp, PublishedPrices published, SalesDirectory directory, PriceMoment moment)
    {
        var suspended = moment.Off(PublicationKind.PriceList).ToHashSet(StringComparer.Ordinal);
        var (promotions, taxes) = (published.Promotions.Select(p => p.Content).ToList(), published.Taxes);
        var book = new PriceBook
        {
            Version = FormattableString.Invariant($"{stamp}"),
            Lists = suspended.Count == 0 ? published.Lists : [.. published.Lists.Where(l => !suspended.Contains(l.Code))],
            Promotions = [.. published.Promotions.Select(p => p.Promotion)],
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
            directory,
            Versions(promotions, moment.Uses.Where(u => u.Coupon is null && u.CustomerId is null).ToDictionary(u => u.Promotion)))
        {
            Withdrawn = moment.Off(PublicationKind.Promotion).ToFrozenSet(StringComparer.Ordinal),
            Vouchers = moment.Vouchers,
        };
    }

    /// <summary>What the promotions of a business date want to know of a buyer.</summary>
    public BuyerQuestions AsksOn(DateOnly day) => _asks.GetOrAdd(
        day, static (day, book) => BuyerQuestions.Of([.. book.Compiled.PromotionsOn(day).Select(p => book.Promotions[(p.Code, p.Version)])]), this);

    /// <summary>Promotions of which nothing is left on a business date, by the limits of the version that is in force then.</summary>
    public IEnumerable<string> UsedUpOn(DateOnly day) =>
        _usedUp.Where(p => Array.FindLast(p.Versions, v => !(v.From > day)) is { IsUsedUp: true }).Select(p => p.Code);

    /// <summary>Under which a promotion is or was given.</summary>
    public IEnumerable<UseLimit> LimitsOf(string promotion) => Limited.GetValueOrDefault(promotion)?.Select(v => v.Limit) ?? [];

    /// <summary>
    /// The tax class of a product: its own, else that which the published taxes give its SKU, else that of the nearest category, by the
    /// published taxes or by what the category says. Null where there are no taxes yet, and for what is named nowhere.
    /// </summary>
    public string? TaxClass(ProductSnapshot product)
    {
        if (!HasTaxes) return null;
        if ((product.TaxClass ?? ClassOfSku.GetValueOrDefault(product.Sku)) is { } own) return own;
        if (product.Category is null) return null;
        foreach (var category in Directory.Categories.PathOf(product.Category))
        {
            if ((ClassOfCategory.GetValueOrDefault(category) ?? Directory.Categories.TaxClassOf(category)) is { } inherited) return inherited;
        }

        return null;
    }

    private bool HasTaxes => Compiled.Book.Taxes.Count > 0;

    private static FrozenDictionary<string, string> ByMember(PublishTaxes? taxes, Func<PublishTaxes.Members, IReadOnlyList<string>> members) =>
        (taxes?.Classes ?? []).SelectMany(c => members(c).Select(m => (Member: m, c.Class))).DistinctBy(m => m.Member).ToFrozenDictionary(m => m.Member, m => m.Class);

    private static FrozenDictionary<string, LimitedVersion[]> Versions(IEnumerable<PublishPromotion> promotions, Dictionary<string, PromotionUse> uses) => promotions
        .GroupBy(p => p.Code)
        .Where(versions => versions.Any(v => v.Limit != UseLimit.None))
        .ToFrozenDictionary(versions => versions.Key, versions => versions.OrderBy(v => v.Version).Select(v => Version(v, uses.GetValueOrDefault(v.Code))).ToArray());

    private static LimitedVersion Version(PublishPromotion promotion, PromotionUse? use) =>
        new(promotion.Scope.From, promotion.Limit, use is not null && promotion.Limit.IsUsedUp(use.Used, use.Spent));

    private sealed record LimitedPromotion(string Code, LimitedVersion[] Versions);
}

/// <param name="From">First business date; null: since ever.</param>
/// <param name="Limit">Of this version.</param>
/// <param name="IsUsedUp">Nothing is left by this limit.</param>
internal sealed record LimitedVersion(DateOnly? From, UseLimit Limit, bool IsUsedUp);
