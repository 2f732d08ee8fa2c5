using Crm.BuildingBlocks;

namespace Crm.Pricing;

/// <summary>One step on the way of a line to its price.</summary>
/// <param name="Phase">When it was done.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Rule">By which version of which list or promotion; null: by nobody but the engine or an agreement.</param>
/// <param name="Before">Amount of the whole line before the step, in the basis of the order.</param>
/// <param name="After">Amount of the whole line after it.</param>
/// <param name="Allocated">The line's share of an amount that concerns the order; null: the step concerns the line alone.</param>
/// <param name="Rounding">What rounding added in this step (positive) or took (negative).</param>
/// <param name="LimitedBy">What kept the step from giving more.</param>
/// <param name="Reason">Of something agreed.</param>
/// <param name="Authority">Who allowed it.</param>
public sealed record PriceStep(
    PricePhase Phase,
    PriceStepKind Kind,
    PriceRuleRef? Rule,
    decimal Before,
    decimal After,
    decimal? Allocated = null,
    decimal Rounding = 0m,
    PriceLimit? LimitedBy = null,
    string? Reason = null,
    string? Authority = null);

public enum PriceStepKind
{
    [Label("Price of the list", "价目表价格")]
    ListPrice,
    [Label("Price of the product", "产品标价")]
    ProductPrice,
    [Label("Agreed price", "协议价")]
    AgreedPrice,
    [Label("Agreed discount", "协议折扣")]
    AgreedDiscount,
    [Label("Promotion", "促销")]
    Promotion,
    [Label("Voucher or offset", "券或抵扣")]
    Voucher,
    [Label("Rounded to the currency", "按币种取整")]
    Rounding,
    [Label("Tax added", "加税")]
    TaxAdded,
    [Label("Tax contained", "内含税")]
    TaxContained,
    [Label("Shipping charged", "运费")]
    Shipping,
}

/// <summary>What may keep a step from giving all it would.</summary>
public enum PriceLimit
{
    [Label("Floor price", "底价")]
    Floor,
    [Label("Most per line", "每行上限")]
    MostPerLine,
    [Label("Most per order", "每单上限")]
    MostPerOrder,
    [Label("Nothing left to reduce", "无可再减")]
    Nothing,
    [Label("Most per customer", "每位客户上限")]
    MostPerCustomer,
}

public enum UnusedCouponReason
{
    [Label("No promotion has this code", "没有使用此代码的促销")]
    Unknown,
    [Label("Its promotion does not apply to this order", "该促销不适用于此订单")]
    DoesNotApply,
    [Label("Its promotion is used up", "该促销已用完")]
    UsedUp,
    [Label("Its promotion is suspended", "该促销已暂停")]
    Withdrawn,
}

/// <summary>Why an order may not be sold as it was asked for.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Sku">Where; null: the whole order.</param>
/// <param name="Asked">The amount that was asked for, of the whole line or order; 0 where none is concerned.</param>
/// <param name="Limit">What would have been allowed.</param>
public sealed record PriceViolation(PriceViolationKind Kind, string? Sku, decimal Asked = 0m, decimal Limit = 0m);

public enum PriceViolationKind
{
    [Label("There is no price for it", "没有价格")]
    NoPrice,
    [Label("Below the floor price without authority", "低于底价且无授权")]
    BelowFloor,
    [Label("The discount is more than the lines come to", "折扣超过各行合计")]
    DiscountTooLarge,
    [Label("Its tax class has no rate", "税类没有税率")]
    NoTaxRate,
    [Label("The lines come to too much", "各行合计过大")]
    TooLarge,
}
