using Crm.BuildingBlocks;

namespace Crm.Pricing;

/// <summary>A promotion of the day that gave nothing.</summary>
/// <param name="Rule">Which version.</param>
/// <param name="Phase">When it would have worked.</param>
/// <param name="Why">What kept it from giving something.</param>
/// <param name="At">Where a condition did not hold: JSON pointer into the promotion, such as <c>/when/of/1</c>; else null.</param>
/// <param name="Of">Who took the exclusive group first; else null.</param>
public sealed record PassedPromotion(PriceRuleRef Rule, PricePhase Phase, PassedBecause Why, string? At = null, PriceRuleRef? Of = null);

public enum PassedBecause
{
    [Label("It is for other channels, customers or territories", "适用于其他渠道、客户或区域")]
    OtherScope,
    [Label("It is in another currency", "币种不同")]
    OtherCurrency,
    [Label("No code of it was shown", "未出示其券码")]
    NeedsCode,
    [Label("A condition does not hold", "条件不满足")]
    Condition,
    [Label("Another promotion of its group came first", "同组的其他促销优先")]
    Exclusive,
    [Label("It is used up", "已用完")]
    UsedUp,
    [Label("It is suspended", "已暂停")]
    Withdrawn,
    [Label("Nothing of the order is meant by it, or too little", "订单中没有其所指的商品，或数量不足")]
    NothingMeant,
    [Label("There is nothing left to reduce", "无可再减")]
    NothingLeft,
    [Label("The customer has had the most of it", "该客户已达上限")]
    CustomerCap,
}
