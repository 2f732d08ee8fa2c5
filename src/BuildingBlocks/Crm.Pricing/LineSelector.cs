using System.Collections.Frozen;

namespace Crm.Pricing;

/// <summary>Which lines are meant. What is left empty restricts nothing.</summary>
public sealed record LineSelector
{
    public static readonly LineSelector All = new();

    private readonly FrozenSet<string> _skus = [];
    private readonly FrozenSet<string> _categories = [];
    private readonly FrozenSet<string> _exceptSkus = [];
    private readonly FrozenSet<string> _exceptCategories = [];

    /// <summary>With <see cref="Categories"/>: a line is meant by either.</summary>
    public IReadOnlyCollection<string> Skus
    {
        get => _skus;
        init => _skus = value.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Categories of the line or those above it.</summary>
    public IReadOnlyCollection<string> Categories
    {
        get => _categories;
        init => _categories = value.ToFrozenSet(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> ExceptSkus
    {
        get => _exceptSkus;
        init => _exceptSkus = value.ToFrozenSet(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> ExceptCategories
    {
        get => _exceptCategories;
        init => _exceptCategories = value.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Least units of a line.</summary>
    public int FromQuantity { get; init; }

    internal bool Means(PriceRequestLine line) => line.Quantity >= FromQuantity
        && ((_skus.Count == 0 && _categories.Count == 0) || _skus.Contains(line.Sku) || AnyOf(_categories, line.Categories))
        && !_exceptSkus.Contains(line.Sku)
        && !AnyOf(_exceptCategories, line.Categories);

    private static bool AnyOf(FrozenSet<string> wanted, IReadOnlyList<string> categories)
    {
        if (wanted.Count == 0) return false;
        for (var i = 0; i < categories.Count; i++)
        {
            if (wanted.Contains(categories[i])) return true;
        }

        return false;
    }
}
