using System.Collections.Frozen;

namespace Crm.Pricing;

/// <summary>A price book arranged for pricing: by SKU, by phase, by tax class. Built once, used by any number of threads.</summary>
public sealed class CompiledPriceBook
{
    private static readonly PriceBook Nothing = new();
    private readonly PriceList[] _lists;
    private readonly DateOnly?[] _listsReplacedOn;
    private readonly FrozenDictionary<string, RankedItem[]> _items;
    private readonly FrozenDictionary<PricePhase, Versioned[]> _promotions;
    private readonly FrozenSet<string> _coupons;
    private readonly FrozenDictionary<string, TaxRule[]> _taxes;

    private CompiledPriceBook(PriceBook book)
    {
        Book = book;
        TaxDependsOnCountry = book.Taxes.Any(t => t.Country is not null);
        _lists =
        [
            .. book.Lists.OrderByDescending(l => l.Priority).ThenByDescending(l => l.Scope.Narrowness)
                .ThenByDescending(l => l.Scope.From ?? DateOnly.MinValue).ThenBy(l => l.Code, StringComparer.Ordinal),
        ];
        _listsReplacedOn = Array.ConvertAll(_lists, list => ReplacedOn(book.Lists.Where(l => l.Code == list.Code && l.Version > list.Version).Select(l => l.Scope)));
        _items = _lists.SelectMany((list, rank) => list.Items.Select(item => new RankedItem(rank, item)))
            .GroupBy(r => r.Item.Sku, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(r => r.Rank).ThenByDescending(r => r.Item.FromQuantity).ToArray(), StringComparer.Ordinal);
        _promotions = book.Promotions.GroupBy(p => p.Phase)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Priority).ThenBy(p => p.Code, StringComparer.Ordinal)
                .Select(p => new Versioned(p, ReplacedOn(book.Promotions.Where(o => o.Code == p.Code && o.Version > p.Version).Select(o => o.Scope)))).ToArray());
        _coupons = book.Promotions.SelectMany(p => p.Coupons).ToFrozenSet(StringComparer.Ordinal);
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

    internal Versioned[] Promotions(PricePhase phase) => _promotions.GetValueOrDefault(phase) ?? [];

    internal bool KnowsCoupon(string code) => _coupons.Contains(code);

    /// <summary>By rank, which lists are in force for the request.</summary>
    internal bool[] InForce(PriceRequest request)
    {
        var inForce = new bool[_lists.Length];
        for (var i = 0; i < inForce.Length; i++) inForce[i] = _lists[i].Currency == request.Currency && _lists[i].Scope.Covers(request, _listsReplacedOn[i]);
        return inForce;
    }

    internal PriceBasis UsualBasis(bool[] inForce)
    {
        var first = Array.IndexOf(inForce, true);
        return first < 0 ? PriceBasis.Net : _lists[first].Basis;
    }

    /// <param name="sku">What is bought.</param>
    /// <param name="quantity">Units of it in the whole order.</param>
    /// <param name="inForce">See <see cref="InForce"/>.</param>
    internal (PriceList List, PriceItem Item)? Price(string sku, int quantity, bool[] inForce)
    {
        if (!_items.TryGetValue(sku, out var ranked)) return null;
        foreach (var (rank, item) in ranked)
        {
            if (inForce[rank] && item.FromQuantity <= quantity) return (_lists[rank], item);
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

    private static DateOnly? ReplacedOn(IEnumerable<PriceScope> newer) => newer.Select(s => (DateOnly?)(s.From ?? DateOnly.MinValue)).Min();

    /// <summary>A promotion, and the day from which a newer version of it counts.</summary>
    internal sealed record Versioned(Promotion Promotion, DateOnly? ReplacedOn);

    private readonly record struct RankedItem(int Rank, PriceItem Item);
}
