namespace Crm.Pricing.Engine;

/// <summary>The order in which lines are worked on: by all that they say. Lines that say the same may change places without anybody noticing.</summary>
internal static class LineOrder
{
    public static int Compare(PriceRequestLine a, PriceRequestLine b)
    {
        var order = string.CompareOrdinal(a.Sku, b.Sku);
        if (order == 0) order = a.Quantity.CompareTo(b.Quantity);
        if (order == 0) order = Nullable.Compare(a.ListPrice, b.ListPrice);
        if (order == 0) order = string.CompareOrdinal(a.TaxClass, b.TaxClass);
        if (order == 0) order = Compare(a.Agreed, b.Agreed);
        if (order == 0) order = Nullable.Compare(a.Before?.Quantity, b.Before?.Quantity);
        if (order == 0) order = Nullable.Compare(a.Before?.Amount, b.Before?.Amount);
        return order == 0 ? Compare(a.Categories, b.Categories) : order;
    }

    private static int Compare(AgreedPrice? a, AgreedPrice? b)
    {
        if (a is null || b is null) return (a is null ? 0 : 1) - (b is null ? 0 : 1);
        var order = Nullable.Compare(a.UnitPrice, b.UnitPrice);
        if (order == 0) order = a.DiscountRate.CompareTo(b.DiscountRate);
        if (order == 0) order = string.CompareOrdinal(a.Authority, b.Authority);
        return order == 0 ? string.CompareOrdinal(a.Reason, b.Reason) : order;
    }

    private static int Compare(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (string.CompareOrdinal(a[i], b[i]) is var order and not 0) return order;
        }

        return a.Count.CompareTo(b.Count);
    }
}
