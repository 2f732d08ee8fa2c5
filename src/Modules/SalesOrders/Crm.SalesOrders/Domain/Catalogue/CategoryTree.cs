using System.Collections.Frozen;

namespace Crm.SalesOrders.Domain.Catalogue;

/// <param name="Code">Of the category.</param>
/// <param name="Parent">Code of the one above it.</param>
/// <param name="TaxClass">Of what has none of its own.</param>
internal sealed record CategoryNode(string Code, string? Parent, string? TaxClass);

/// <summary>All categories and how they stand to each other. A code that is not in it stands alone.</summary>
internal sealed class CategoryTree
{
    public static readonly CategoryTree Empty = new([]);

    private readonly FrozenDictionary<string, CategoryNode> _nodes;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _paths;
    private readonly ILookup<string, string> _children;

    public CategoryTree(IEnumerable<CategoryNode> nodes)
    {
        _nodes = nodes.ToFrozenDictionary(n => n.Code, StringComparer.Ordinal);
        _paths = _nodes.Keys.ToFrozenDictionary(code => code, Climb, StringComparer.Ordinal);
        _children = _nodes.Values.Where(n => n.Parent is not null).ToLookup(n => n.Parent!, n => n.Code, StringComparer.Ordinal);
    }

    public bool Has(string code) => _nodes.ContainsKey(code);

    /// <summary>The category and all above it, itself first.</summary>
    public IReadOnlyList<string> PathOf(string code) => _paths.GetValueOrDefault(code) ?? [code];

    /// <summary>The category and all below it.</summary>
    public IReadOnlyList<string> Below(string code)
    {
        var found = new List<string> { code };
        for (var i = 0; i < found.Count; i++) found.AddRange(_children[found[i]]);
        return found;
    }

    /// <summary>What the category says of itself, without those above it.</summary>
    public string? TaxClassOf(string code) => _nodes.GetValueOrDefault(code)?.TaxClass;

    private IReadOnlyList<string> Climb(string code)
    {
        var path = new List<string>();
        for (var at = code; at is not null && _nodes.TryGetValue(at, out var node); at = node.Parent)
        {
            if (path.Contains(at)) throw new InvalidOperationException($"The category {code} is below itself.");
            path.Add(at);
        }

        return path;
    }
}
