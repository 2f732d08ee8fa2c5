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
    public IReadOnlyList<string> Skus
    {
        get;
        init => _skus = (field = value).ToFrozenSet(StringComparer.Ordinal);
    } = [];

    /// <summary>Categories of the line or those above it.</summary>
    public IReadOnlyList<string> Categories
    {
        get;
        init => _categories = (field = value).ToFrozenSet(StringComparer.Ordinal);
    } = [];

    public IReadOnlyList<string> ExceptSkus
    {
        get;
        init => _exceptSkus = (field = value).ToFrozenSet(StringComparer.Ordinal);
    } = [];

    public IReadOnlyList<string> ExceptCategories
    {
        get;
        init => _exceptCategories = (field = value).ToFrozenSet(StringComparer.Ordinal);
    } = [];

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
