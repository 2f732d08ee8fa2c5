using Crm.BuildingBlocks;

namespace Crm.Pricing.Rules;

/// <summary>What is wrong with rules, bounds and roundings as they were written, with pointers to it.</summary>
public static class PriceRuleChecks
{
    private const decimal GreatestRate = 100m;
    private const decimal GreatestFactor = 10m;
    private const decimal GreatestMargin = 0.99m;
    private const int RateDigits = 6;
    private const int MostDays = 3650;
    private const int MostObservations = 1000;
    private const int MostCompetitors = 100;
    private const int MostEndings = 20;

    /// <param name="rule">As it was written.</param>
    /// <param name="basis">Of the price. Costs are before tax and cannot be the reason of a price with tax.</param>
    /// <param name="at">JSON pointer of the rule.</param>
    public static IEnumerable<InputError> Of(PriceRule rule, PriceBasis basis, string at) => rule switch
    {
        FixedRule r => Unless(IsPrice(r.UnitPrice), $"{at}/unitPrice", RulePhrases.Price),
        MarkupRule r => [.. Unless(IsRate(r.Rate, GreatestRate), $"{at}/rate", RulePhrases.Rate, GreatestRate), .. NetOnly(basis, at)],
        MarginRule r => [.. Unless(IsRate(r.Rate, GreatestMargin), $"{at}/rate", RulePhrases.Rate, GreatestMargin), .. NetOnly(basis, at)],
        MarketRule r =>
        [
            .. Unless(r.Position > 0m && IsRate(r.Position, GreatestFactor), $"{at}/position", RulePhrases.Factor, GreatestFactor),
            .. Unless(r.LeastObservations is null or (> 0 and <= MostObservations), $"{at}/leastObservations", RulePhrases.Between, 1, MostObservations),
            .. Observed(r.MaxAgeDays, r.LeastConfidence, r.Competitors, at),
        ],
        CompetitorRule r =>
        [
            .. Unless(r.UndercutRate is not { } rate || IsRate(rate, GreatestMargin), $"{at}/undercutRate", RulePhrases.Rate, GreatestMargin),
            .. Unless(r.UndercutAmount is not { } amount || IsPrice(amount), $"{at}/undercutAmount", RulePhrases.Price),
            .. Unless(r.UndercutRate is null || r.UndercutAmount is null, $"{at}/undercutAmount", RulePhrases.OneUndercut),
            .. Observed(r.MaxAgeDays, r.LeastConfidence, r.Competitors, at),
        ],
        ListRule r =>
        [
            .. Unless(!string.IsNullOrWhiteSpace(r.Code), $"{at}/code", PricingPhrases.Missing),
            .. Unless(r.Factor > 0m && IsRate(r.Factor, GreatestFactor), $"{at}/factor", RulePhrases.Factor, GreatestFactor),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "A kind of rule that nobody checks."),
    };

    /// <inheritdoc cref="Of(PriceRule, PriceBasis, string)"/>
    public static IEnumerable<InputError> Of(PriceBounds bounds, PriceBasis basis, string at) =>
    [
        .. Unless(bounds.FloorAmount is not { } floor || IsPrice(floor), $"{at}/floorAmount", RulePhrases.Price),
        .. Unless(bounds.FloorMarkup is not { } markup || IsRate(markup, GreatestRate), $"{at}/floorMarkup", RulePhrases.Rate, GreatestRate),
        .. Unless(bounds.FloorMargin is not { } margin || IsRate(margin, GreatestMargin), $"{at}/floorMargin", RulePhrases.Rate, GreatestMargin),
        .. Unless(bounds.CeilingAmount is not { } ceiling || IsPrice(ceiling), $"{at}/ceilingAmount", RulePhrases.Price),
        .. Unless(bounds.CeilingOfProductPrice is not { } of || (of > 0m && IsRate(of, GreatestFactor)), $"{at}/ceilingOfProductPrice", RulePhrases.Factor, GreatestFactor),
        .. Unless(!(bounds.FloorAmount > bounds.CeilingAmount), $"{at}/ceilingAmount", RulePhrases.FloorAboveCeiling),
        .. bounds.AsksCost || bounds.CeilingOfProductPrice is not null ? NetOnly(basis, at) : [],
    ];

    /// <param name="rounding">As it was written.</param>
    /// <param name="at">JSON pointer of the rounding.</param>
    public static IEnumerable<InputError> Of(PriceRounding rounding, string at)
    {
        var endings = rounding.Endings ?? [];
        return
        [
            .. Unless(rounding.Step is not { } step || (step > 0m && IsPrice(step)), $"{at}/step", RulePhrases.Step),
            .. Unless(rounding.Modulus is 1 or 10 or 100, $"{at}/modulus", RulePhrases.Modulus),
            .. Unless(endings.Count <= MostEndings, $"{at}/endings", RulePhrases.Between, 0, MostEndings),
            .. endings.SelectMany((e, i) => Unless(IsPrice(e) && e < rounding.Modulus, $"{at}/endings/{i}", RulePhrases.Ending)),
        ];
    }

    private static IEnumerable<InputError> Observed(int? maxAgeDays, decimal? leastConfidence, IReadOnlyList<string>? competitors, string at) =>
    [
        .. Unless(maxAgeDays is null or (> 0 and <= MostDays), $"{at}/maxAgeDays", RulePhrases.Between, 1, MostDays),
        .. Unless(leastConfidence is null or (>= 0m and <= 1m), $"{at}/leastConfidence", RulePhrases.Between, 0, 1),
        .. Unless(competitors is null || competitors.Count <= MostCompetitors, $"{at}/competitors", RulePhrases.Between, 0, MostCompetitors),
    ];

    private static IEnumerable<InputError> NetOnly(PriceBasis basis, string at) => Unless(basis == PriceBasis.Net, at, RulePhrases.NetOnly);

    private static bool IsRate(decimal rate, decimal most) => rate >= 0m && rate <= most && decimal.Round(rate, RateDigits) == rate;

    private static bool IsPrice(decimal price) => price is >= 0m and <= PricingChecks.LargestAmount && decimal.Round(price, LineNet.ExactDigits) == price;

    private static IEnumerable<InputError> Unless(bool isRight, string at, Phrase text, params object?[] values) => isRight ? [] : [new InputError(at, text, values)];
}

/// <summary>What is said of rules that cannot be used.</summary>
internal static class RulePhrases
{
    public static readonly Phrase Price = new("Give an amount of 0 or more with at most eight decimals.", "请填写不小于 0 且最多八位小数的金额。");
    public static readonly Phrase Rate = new("Give a fraction from 0 to {0} with at most six decimals.", "请填写 0 到 {0} 之间、最多六位小数的数值。");
    public static readonly Phrase Factor = new("Give a factor above 0, at most {0}, with at most six decimals.", "请填写大于 0、不超过 {0} 且最多六位小数的系数。");
    public static readonly Phrase Between = new("Between {0} and {1}.", "应在 {0} 到 {1} 之间。");
    public static readonly Phrase OneUndercut = new("Undercut by a rate or by an amount, not by both.", "请按比例或按金额低于对手，不能同时使用。");
    public static readonly Phrase FloorAboveCeiling = new("The floor is above the ceiling.", "底价高于上限价。");
    public static readonly Phrase Step = new("Give a step above 0 with at most eight decimals.", "请填写大于 0 且最多八位小数的取整单位。");
    public static readonly Phrase Modulus = new("Use 1, 10 or 100.", "请使用 1、10 或 100。");
    public static readonly Phrase Ending = new("An ending is 0 or more and below the modulus.", "尾数应不小于 0 且小于模数。");
    public static readonly Phrase NetOnly = new(
        "Costs and product prices are before tax; a price with tax cannot follow from them.", "成本和产品标价均不含税，含税价格不能由其推算。");
}
