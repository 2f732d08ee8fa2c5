using Crm.BuildingBlocks;

namespace Crm.Pricing;

/// <summary>The phases of a price, in the order in which they are worked off.</summary>
public enum PricePhase
{
    [Label("List price", "标价")]
    ListPrice,
    [Label("Promotions on lines", "明细促销")]
    LinePromotions,
    [Label("Promotions on the order", "整单促销")]
    OrderPromotions,
    [Label("Vouchers and offsets", "券与抵扣")]
    Vouchers,
    [Label("Gifts", "赠品")]
    Gifts,
    [Label("Shipping", "运费")]
    Shipping,
    [Label("Tax", "税")]
    Tax,
}

/// <summary>Whether an amount contains tax.</summary>
public enum PriceBasis
{
    [Label("Before tax", "不含税")]
    Net,
    [Label("With tax", "含税")]
    Gross,
}

/// <summary>Where tax is rounded to the currency's digits, half away from zero.</summary>
public enum TaxRounding
{
    /// <summary>Tax of each line; the order's tax is their sum.</summary>
    [Label("Per line", "按行")]
    PerLine,

    /// <summary>Tax of all lines of one rate together; it is split among them by largest remainder.</summary>
    [Label("Per total", "按合计")]
    PerTotal,
}
