using Crm.BuildingBlocks;

namespace Crm.Pricing;

/// <summary>What is said of a price list or promotion that cannot be published.</summary>
internal static class PricingPhrases
{
    public static readonly Phrase Missing = new("Is missing.", "缺失。");
    public static readonly Phrase Currency = new("Give a currency of ISO 4217, such as EUR.", "请填写 ISO 4217 币种代码，例如 EUR。");
    public static readonly Phrase CurrencyNeeded = new("Give the currency: an action, a cap or a condition is an amount.", "请填写币种：动作、上限或条件中含有金额。");
    public static readonly Phrase Version = new("Versions count from 1.", "版本从 1 开始。");
    public static readonly Phrase Amount = new("Give an amount above 0 with at most {0} decimals.", "请填写大于 0 且最多 {0} 位小数的金额。");
    public static readonly Phrase Price = new("Give an amount of 0 or more with at most {0} decimals.", "请填写不小于 0 且最多 {0} 位小数的金额。");
    public static readonly Phrase Rate = new("Give a fraction above 0, at most 1.", "请填写大于 0 且不超过 1 的小数。");
    public static readonly Phrase Units = new("Give at least one unit.", "至少一件。");
    public static readonly Phrase Times = new("Give at least one time.", "至少一次。");
    public static readonly Phrase Id = new("Give an id in lower case, such as 0193e0d4-7c1a-7b3e-9f50-2f4b1c6d8e90.", "请填写小写 ID，例如 0193e0d4-7c1a-7b3e-9f50-2f4b1c6d8e90。");
    public static readonly Phrase Country = new("Give a country by its two letters of ISO 3166-1, such as DE.", "请填写 ISO 3166-1 两位国家代码，例如 DE。");
    public static readonly Phrase ValueOfPoints = new("Say what a point is worth where points are taken, and only there.", "使用积分抵扣时请填写每分价值，其他情况请勿填写。");
    public static readonly Phrase FloorAbovePrice = new("The floor is above the price.", "底价高于价格。");
    public static readonly Phrase PriceTwice = new("The list has another price of this SKU from the same quantity on.", "价目表中该 SKU 在同一起始数量已有价格。");
    public static readonly Phrase EndsBeforeItBegins = new("Ends before it begins.", "结束日期早于开始日期。");
    public static readonly Phrase WrongPhase = new("This action does not belong in the phase.", "该动作不属于此阶段。");
    public static readonly Phrase TooDeep = new("A condition has at most {0} levels.", "条件最多 {0} 层。");
}
