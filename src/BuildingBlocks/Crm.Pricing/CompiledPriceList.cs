using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace Crm.Pricing;

/// <summary>A version of a price list arranged by SKU, as soon as somebody asks it for a price.</summary>
internal sealed class CompiledPriceList
{
    // A book that is compiled anew has all lists but one of the book before, and most versions have ended and are never asked.
    private static readonly ConditionalWeakTable<PriceList, CompiledPriceList> Arranged = [];

    private readonly Lazy<FrozenDictionary<string, PriceItem[]>> _bySku;

    private CompiledPriceList(PriceList list)
    {
        List = list;
        _bySku = new Lazy<FrozenDictionary<string, PriceItem[]>>(() => list.Items.GroupBy(item => item.Sku, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(item => item.FromQuantity).ToArray(), StringComparer.Ordinal));
    }

    public PriceList List { get; }

    public static CompiledPriceList Of(PriceList list) => Arranged.GetValue(list, static l => new CompiledPriceList(l));

    /// <summary>What it says of so many units; null: nothing.</summary>
    public PriceItem? Find(string sku, int quantity) =>
        _bySku.Value.TryGetValue(sku, out var tiers) ? Array.Find(tiers, item => item.FromQuantity <= quantity) : null;
}
