using Crm.BuildingBlocks;
using Crm.Pricing;
using Crm.Pricing.Rules;

namespace Crm.Planning.Application.Proposals;

/// <summary>What a competitor was seen to ask for something that stands against a product of ours.</summary>
/// <param name="Sku">Our product.</param>
/// <param name="Competitor">Code of the competitor.</param>
/// <param name="UnitPrice">Per unit, above 0.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="SeenOn">Business date.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="IncludesTax">Whether the price contains tax.</param>
internal sealed record ObservedPrice(
    string Sku, string Competitor, decimal UnitPrice, string Currency, DateOnly SeenOn, decimal Confidence = 1m, bool IncludesTax = false)
{
    private const int Most = 10_000;
    private const int LongestCompetitor = 60;

    private static readonly Phrase TooMany = new($"At most {Most} observations.", $"最多 {Most} 条观察价。");
    private static readonly Phrase Missing = new("Is missing or too long.", "缺失或过长。");
    private static readonly Phrase Currencies = new("Give a currency of ISO 4217, such as EUR.", "请填写 ISO 4217 币种代码，例如 EUR。");
    private static readonly Phrase Price = new("Give an amount above 0 with at most eight decimals.", "请填写大于 0 且最多八位小数的金额。");
    private static readonly Phrase Certainty = new("Between 0 and 1.", "应在 0 到 1 之间。");

    public PriceObservation ToObservation() => new(Competitor, UnitPrice, Currency, SeenOn, Confidence, IncludesTax ? PriceBasis.Gross : PriceBasis.Net);

    public static IEnumerable<InputError> Check(IReadOnlyList<ObservedPrice> observations, string at) => observations.Count > Most
        ? [new InputError(at, TooMany)]
        : observations.SelectMany((o, i) => o.Check($"{at}/{i}"));

    private IEnumerable<InputError> Check(string at)
    {
        if (string.IsNullOrWhiteSpace(Sku)) yield return new InputError($"{at}/sku", Missing);
        if (string.IsNullOrWhiteSpace(Competitor) || Competitor.Length > LongestCompetitor) yield return new InputError($"{at}/competitor", Missing);
        if (UnitPrice <= 0m || UnitPrice > PricingChecks.LargestAmount || decimal.Round(UnitPrice, LineNet.ExactDigits) != UnitPrice) yield return new InputError($"{at}/unitPrice", Price);
        if (!BuildingBlocks.Currencies.AreKnown(Currency)) yield return new InputError($"{at}/currency", Currencies);
        if (Confidence is < 0m or > 1m) yield return new InputError($"{at}/confidence", Certainty);
    }
}
