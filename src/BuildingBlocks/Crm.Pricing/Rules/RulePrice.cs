using Crm.BuildingBlocks;

namespace Crm.Pricing.Rules;

/// <summary>What a rule comes to.</summary>
/// <param name="UnitPrice">Within floor and ceiling; null: there is none, see the failure.</param>
/// <param name="Raw">Before bounds and rounding, eight decimals.</param>
/// <param name="Floor">Per unit, rounded up to eight decimals.</param>
/// <param name="Ceiling">Per unit, rounded down to eight decimals.</param>
/// <param name="Reasons">Step by step.</param>
/// <param name="Failure">Why there is no price.</param>
public sealed record RulePrice(decimal? UnitPrice, decimal? Raw, decimal? Floor, decimal? Ceiling, IReadOnlyList<PriceReason> Reasons, PriceFailure? Failure);

/// <summary>A step on the way to a price.</summary>
/// <param name="Kind">What was looked at or done.</param>
/// <param name="Value">The figure it was done with.</param>
/// <param name="Detail">Such as how many observations, or whose and of which day.</param>
public sealed record PriceReason(PriceReasonKind Kind, decimal? Value = null, string? Detail = null);

public enum PriceReasonKind
{
    [Label("Cost", "成本")]
    Cost,
    [Label("Markup", "加价率")]
    Markup,
    [Label("Margin", "毛利率")]
    Margin,
    [Label("Median of what was observed", "观察价中位数")]
    Median,
    [Label("Lowest competitor", "最低竞争者价格")]
    Lowest,
    [Label("Position in the market", "市场定位")]
    Position,
    [Label("Undercut", "低于对手")]
    Undercut,
    [Label("Price of another list", "其他价目表价格")]
    OtherList,
    [Label("Factor", "系数")]
    Factor,
    [Label("Raised to the floor", "提高至底价")]
    Floor,
    [Label("Lowered to the ceiling", "降低至上限价")]
    Ceiling,
    [Label("Rounded", "取整")]
    Step,
    [Label("Cannot be rounded between floor and ceiling", "底价与上限价之间无法取整")]
    StepImpossible,
    [Label("Price ending", "价格尾数")]
    Ending,
    [Label("No price between floor and ceiling ends so", "底价与上限价之间没有该尾数的价格")]
    EndingImpossible,
    [Label("Observations in another currency or basis do not count", "其他币种或计税方式的观察价不计入")]
    ObservationsLeftOut,
}

/// <summary>Why a rule gives no price.</summary>
public enum PriceFailure
{
    [Label("The cost is not known in this currency", "没有该币种的成本")]
    NoCost,
    [Label("Too few competitors' prices are known", "已知的竞争者价格太少")]
    NoObservations,
    [Label("The floor is above the ceiling", "底价高于上限价")]
    FloorAboveCeiling,
    [Label("There is no price to start from, or none that can be used", "没有可依据或可用的价格")]
    NoPrice,
}
