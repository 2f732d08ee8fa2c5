using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Crm.Pricing;

/// <summary>A price book arranged for pricing: by day, by SKU, by phase, by tax class. Built once, used by any number of threads.</summary>
public sealed class CompiledPriceBook
{
    private static readonly PriceBook Nothing = new();
    private readonly Versioned<PriceList>[] _lists;
    private readonly Versioned<Promotion>[] _promotions;
    private readonly FrozenDictionary<string, TaxRule[]> _taxes;

    // Orders are of few days, and of all versions there ever were only few hold on one.
    private readonly ConcurrentDictionary<DateOnly, OfDay> _days = new();

    private CompiledPriceBook(PriceBook book)
    {
        Book = book;
        TaxDependsOnCountry = book.Taxes.Any(t => t.Country is not null);
        _lists =
        [
            .. Versions(book.Lists, l => l.Code, l => l.Version, l => l.Scope)
                .OrderByDescending(l => l.Offer.Priority).ThenByDescending(l => l.Offer.Scope.Narrowness)
                .ThenByDescending(l => l.Offer.Scope.From ?? DateOnly.MinValue).ThenBy(l => l.Offer.Code, StringComparer.Ordinal),
        ];
        _promotions =
        [
            .. Versions(book.Promotions, p => p.Code, p => p.Version, p => p.Scope).OrderByDescending(p => p.Offer.Priority).ThenBy(p => p.Offer.Code, StringComparer.Ordinal),
        ];
        _taxes = book.Taxes.GroupBy(t => t.Class, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(t => t.Country is null).ThenByDescending(t => t.From ?? DateOnly.MinValue).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Without lists, promotions and tax: prices are what is said.</summary>
    public static CompiledPriceBook Empty { get; } = Of(Nothing);

    /// <summary>What it was built from.</summary>
    public PriceBook Book { get; }

    public static CompiledPriceBook Of(PriceBook book) => new(book);

    /// <summary>Whether there is a rate of a country, so that the same sale bears another tax elsewhere.</summary>
    public bool TaxDependsOnCountry { get; }

    /// <summary>The versions of promotions that hold on a business date, for whomever.</summary>
    public IEnumerable<Promotion> PromotionsOn(DateOnly day) => On(day).Promotions.Values.SelectMany(p => p);

    internal Promotion[] Promotions(PricePhase phase, PriceRequest request) => On(request.On).Promotions.GetValueOrDefault(phase) ?? [];

    /// <summary>The lists that hold for the request, the one that decides first first.</summary>
    internal CompiledPriceList[] InForce(PriceRequest request) =>
        Array.FindAll(On(request.On).Lists, l => l.List.Currency == request.Currency && l.List.Scope.Covers(request));

    internal static PriceBasis UsualBasis(CompiledPriceList[] inForce) => inForce.Length == 0 ? PriceBasis.Net : inForce[0].List.Basis;

    /// <param name="sku">What is bought.</param>
    /// <param name="quantity">Units of it in the whole order.</param>
    /// <param name="inForce">See <see cref="InForce"/>.</param>
    internal static (PriceList List, PriceItem Item)? Price(string sku, int quantity, CompiledPriceList[] inForce)
    {
        foreach (var list in inForce)
        {
            if (list.Find(sku, quantity) is { } item) return (list.List, item);
        }

        return null;
    }

    /// <summary>Null: the class has no rate there and then.</summary>
    internal decimal? TaxRate(string? taxClass, PriceRequest request)
    {
        if (taxClass is null) return 0m;
        if (!_taxes.TryGetValue(taxClass, out var rules)) return null;
        return Array.Find(rules, r => !(r.From > request.On) && (r.Country is null || r.Country == request.Country))?.Rate;
    }

    private OfDay On(DateOnly day) => _days.GetOrAdd(
        day,
        static (day, book) => new OfDay(
            [.. book._lists.Where(l => l.HoldsOn(day, l.Offer.Scope)).Select(l => CompiledPriceList.Of(l.Offer))],
            book._promotions.Where(p => p.HoldsOn(day, p.Offer.Scope)).GroupBy(p => p.Offer.Phase).ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Offer).ToArray())),
        this);

    /// <summary>Every version with the first day of a newer one of the same code.</summary>
    private static IEnumerable<Versioned<TOffer>> Versions<TOffer>(
        IEnumerable<TOffer> offers, Func<TOffer, string> code, Func<TOffer, int> version, Func<TOffer, PriceScope> scope)
    {
        foreach (var versions in offers.GroupBy(code, StringComparer.Ordinal))
        {
            DateOnly? replacedOn = null;
            foreach (var offer in versions.OrderByDescending(version))
            {
                yield return new Versioned<TOffer>(offer, replacedOn);
                var from = scope(offer).From ?? DateOnly.MinValue;
                if (!(replacedOn <= from)) replacedOn = from;
            }
        }
    }

    /// <param name="Offer">A list or a promotion.</param>
    /// <param name="ReplacedOn">The day from which a newer version of it counts; null: there is none.</param>
    private sealed record Versioned<TOffer>(TOffer Offer, DateOnly? ReplacedOn)
    {
        public bool HoldsOn(DateOnly day, PriceScope scope) => !(scope.From > day) && !(scope.To < day) && !(ReplacedOn <= day);
    }

    private sealed record OfDay(CompiledPriceList[] Lists, FrozenDictionary<PricePhase, Promotion[]> Promotions);
}
