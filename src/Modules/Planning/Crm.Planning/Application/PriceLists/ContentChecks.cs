using Crm.BuildingBlocks;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using Crm.Pricing;
using Crm.Pricing.Rules;

namespace Crm.Planning.Application.PriceLists;

/// <summary>What is wrong with the content of a list, with pointers into it.</summary>
internal static class ContentChecks
{
    private const int LongestSku = 60;
    private const int MostCategories = 1000;

    private static readonly Phrase TooManyLines = new($"A list has at most {PriceListContent.MostLines} lines.", $"价目表最多 {PriceListContent.MostLines} 行。");
    private static readonly Phrase TooManyCategories = new($"At most {MostCategories} categories.", $"最多 {MostCategories} 个类别。");
    private static readonly Phrase Sku = new($"Give a SKU of at most {LongestSku} characters.", $"请填写最多 {LongestSku} 个字符的 SKU。");
    private static readonly Phrase Category = new("Give a category that no other rule here is for.", "请填写类别，且每个类别只能有一条规则。");
    private static readonly Phrase Reason = new($"At most {PricesMapping.LongestReason} characters.", $"最多 {PricesMapping.LongestReason} 个字符。");

    /// <summary>Refuses content that could not be worked on.</summary>
    /// <param name="content">As it was written.</param>
    /// <param name="at">Where it stands in the body.</param>
    public static void Require(PriceListContent content, string at)
    {
        if (content.Lines.Count > PriceListContent.MostLines) throw new InvalidInput($"{at}/lines", TooManyLines);
        if (content.RuleFor.Count > MostCategories) throw new InvalidInput($"{at}/ruleFor", TooManyCategories);
        var errors = PricingChecks.Of(content.ToPriceList("draft", 1)).Where(e => !e.Pointer.StartsWith("/items", StringComparison.Ordinal))
            .Select(e => e with { Pointer = $"{at}{e.Pointer}" })
            .Concat(OfRules(content, at)).Concat(OfLines(content, at)).ToList();
        if (errors.Count > 0) throw new InvalidInput(errors);
    }

    /// <summary>Refuses what has no price, or one below its floor that nobody gave a reason for.</summary>
    public static void RequireSellable(PriceListContent content)
    {
        if (content.Lines.FirstOrDefault(l => l.UnitPrice is null) is { } open) throw PriceListRules.PriceMissing.Broken(open.Sku, open.FromQuantity);
        if (content.Lines.FirstOrDefault(l => l.UnitPrice < l.Floor && string.IsNullOrWhiteSpace(l.ExceptionReason)) is { } low)
            throw PriceListRules.BelowFloor.Broken(low.Sku, low.FromQuantity, low.UnitPrice, low.Floor);
        if (PricingChecks.Of(content.ToPriceList("draft", 1)) is { Count: > 0 } errors)
            throw new InvalidInput([.. errors.Select(e => e with { Pointer = $"/content{e.Pointer.Replace("/items", "/lines", StringComparison.Ordinal)}" })]);
    }

    private static IEnumerable<InputError> OfRules(PriceListContent content, string at)
    {
        var basis = content.Basis;
        var ofCategories = content.RuleFor.SelectMany((r, i) => PriceRuleChecks.Of(r.Rule, basis, $"{at}/ruleFor/{i}/rule"));
        var known = new HashSet<string>(StringComparer.Ordinal);
        var twice = content.RuleFor.Select((r, i) => (r.Category, At: $"{at}/ruleFor/{i}/category"))
            .Where(r => string.IsNullOrWhiteSpace(r.Category) || !known.Add(r.Category)).Select(r => new InputError(r.At, Category));
        return
        [
            .. content.Rule is { } usual ? PriceRuleChecks.Of(usual, basis, $"{at}/rule") : [],
            .. content.Bounds is { } bounds ? PriceRuleChecks.Of(bounds, basis, $"{at}/bounds") : [],
            .. content.Rounding is { } rounding ? PriceRuleChecks.Of(rounding, $"{at}/rounding") : [],
            .. ofCategories,
            .. twice,
        ];
    }

    private static IEnumerable<InputError> OfLines(PriceListContent content, string at)
    {
        var seen = new HashSet<(string, int)>();
        return content.Lines.SelectMany((line, i) => OfLine(line, content.Basis, $"{at}/lines/{i}", seen));
    }

    private static IEnumerable<InputError> OfLine(PriceLine line, PriceBasis basis, string at, HashSet<(string, int)> seen)
    {
        if (string.IsNullOrWhiteSpace(line.Sku) || line.Sku.Length > LongestSku) yield return new InputError($"{at}/sku", Sku);
        if (!seen.Add((line.Sku, line.FromQuantity))) yield return new InputError(at, PriceLinePhrases.Twice);
        if (line.FromQuantity < 1) yield return new InputError($"{at}/fromQuantity", PriceLinePhrases.Units);
        if (line.UnitPrice is { } price && !IsPrice(price)) yield return new InputError($"{at}/unitPrice", PriceLinePhrases.Price);
        if (line.Floor is { } floor && !IsPrice(floor)) yield return new InputError($"{at}/floor", PriceLinePhrases.Price);
        if (line.ExceptionReason?.Length > PricesMapping.LongestReason) yield return new InputError($"{at}/exceptionReason", Reason);
        foreach (var error in line.Rule is { } rule ? PriceRuleChecks.Of(rule, basis, $"{at}/rule") : []) yield return error;
        foreach (var error in line.Bounds is { } bounds ? PriceRuleChecks.Of(bounds, basis, $"{at}/bounds") : []) yield return error;
    }

    private static bool IsPrice(decimal price) => price is >= 0m and <= PricingChecks.LargestAmount && decimal.Round(price, LineNet.ExactDigits) == price;
}

internal static class PriceLinePhrases
{
    public static readonly Phrase Twice = new("The list has another line of this SKU from the same quantity on.", "价目表中该 SKU 在同一起始数量已有一行。");
    public static readonly Phrase Units = new("Give at least one unit.", "至少一件。");
    public static readonly Phrase Price = new("Give an amount of 0 or more with at most eight decimals.", "请填写不小于 0 且最多八位小数的金额。");
}
