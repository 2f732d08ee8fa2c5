using Crm.Planning.Application.PriceLists;
using Crm.Pricing.Rules;

namespace Crm.Planning.Application.Proposals;

/// <param name="Line">As it stands in the draft.</param>
/// <param name="Price">What its rule gives.</param>
/// <param name="Cost">Per unit, where known.</param>
internal sealed record ProposedLine(PriceLine Line, RulePrice Price, decimal? Cost);

/// <summary>Which rule is for which line of a draft, and what comes of it.</summary>
internal sealed class LineProposals
{
    private readonly PriceListContent _content;
    private readonly string _code;
    private readonly Dictionary<string, PriceRule> _byCategory;

    public LineProposals(string code, PriceListContent content)
    {
        (_code, _content) = (code, content);
        _byCategory = content.RuleFor.ToDictionary(r => r.Category, r => r.Rule, StringComparer.Ordinal);
        // All prices of a product stand together, the one from the least quantity on first: the others may follow from it.
        Products = [.. content.Lines.GroupBy(l => l.Sku, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.OrderBy(l => l.FromQuantity).ToList())];
        OtherLists = [.. Rules().OfType<ListRule>().Select(r => r.Code).Where(c => c != code).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The lines of each product.</summary>
    public IReadOnlyList<IReadOnlyList<PriceLine>> Products { get; }

    /// <summary>Lists whose prices the rules ask for.</summary>
    public IReadOnlyList<string> OtherLists { get; }

    /// <summary>The lines of one product that a rule is for.</summary>
    public IEnumerable<ProposedLine> Of(IReadOnlyList<PriceLine> lines, KnownProduct product)
    {
        var facts = WithOwnPrice(product.Facts, lines[0].UnitPrice);
        foreach (var line in lines)
        {
            if (RuleOf(line, product.Category) is not { } rule) continue;
            var price = RulePrices.Evaluate(rule, line.Bounds ?? _content.Bounds ?? PriceBounds.None, _content.Rounding ?? PriceRounding.Usual, facts, _content.Currency, _content.Basis);
            if (line == lines[0]) facts = WithOwnPrice(product.Facts, price.UnitPrice ?? line.UnitPrice);
            yield return new ProposedLine(line, price, product.Facts.CurrentCost ?? product.Facts.StandardCost);
        }
    }

    private PriceRule? RuleOf(PriceLine line, string? category) =>
        line.Rule ?? (category is not null && _byCategory.TryGetValue(category, out var ofCategory) ? ofCategory : null) ?? _content.Rule;

    private PriceFacts WithOwnPrice(PriceFacts facts, decimal? own) =>
        own is { } price ? facts with { OtherLists = new Dictionary<string, decimal>(facts.OtherLists, StringComparer.Ordinal) { [_code] = price } } : facts;

    private IEnumerable<PriceRule> Rules() => _content.Lines.Select(l => l.Rule).Concat(_byCategory.Values).Append(_content.Rule).OfType<PriceRule>();
}
