using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Prices;

/// <summary>The business rules about prices. The codes are public and never change.</summary>
internal static class PriceRules
{
    public static readonly Rule PublishedNeverChanges = new(
        "sales-orders.published-never-changes", "Version {1} of {0} is published and never changes: publish the next version.", "{0} 的版本 {1} 已发布，不可更改：请发布下一个版本。");

    public static readonly Rule PlannedElsewhere = new(
        "sales-orders.planned-elsewhere", "{0} comes from Planning: publish its next version there.", "{0} 来自规划模块：请在规划模块发布下一个版本。");

    public static readonly Rule PlannedNotSold = new(
        "sales-orders.planned-not-sold", "Version {1} of {0}, as Planning published it, cannot be sold by: {2}", "规划模块发布的 {0} 版本 {1} 无法用于销售：{2}");

    public static readonly Rule PriceChanged = new(
        "sales-orders.price-changed",
        "The price is no longer the one that was quoted: net {0} -> {4}, shipping {1} -> {5}, tax {2} -> {6}, gross {3} -> {7} {8}, or the same sums in another way. Ask for the price again.",
        "价格已与报价不同：净额 {0} -> {4}，运费 {1} -> {5}，税 {2} -> {6}，总额 {3} -> {7} {8}（或合计相同但构成不同）。请重新询价。");

    public static readonly Rule BelowFloor = new(
        "sales-orders.below-floor",
        "{0} would be sold for {1}, below its floor of {2} {3}: raise the price, or let somebody with the permission agree to it and give the reason.",
        "{0} 的售价 {1} 低于底价 {2} {3}：请提高价格，或由有权限的人员说明理由后批准。");

    public static readonly Rule CountryUnknown = new(
        "sales-orders.country-unknown",
        "Taxes depend on the country, and what is said of the customer {0} is none of ISO 3166-1: {1}. Say where the goods go, or mend the customer's address.",
        "税率取决于国家，而客户 {0} 的国家“{1}”不是 ISO 3166-1 国家：请填写收货国家，或修正客户地址。");

    public static readonly Rule NoTaxRate = new(
        "sales-orders.no-tax-rate", "The tax class of {0} has no rate for the day and the country: publish the taxes.", "{0} 的税类在该日期和国家没有税率：请发布税率。");

    public static readonly Rule PromotionUsedUp = new(
        "sales-orders.promotion-used-up", "The promotion or voucher {0} is used up: price the order again without it; one that is submitted is withdrawn and changed.", "促销或券 {0} 已用完：请去掉后重新定价；已提交的订单请先撤回再修改。");

    public static readonly Rule CouponNotUsed = new(
        "sales-orders.coupon-not-used", "These coupons give nothing for this order: {0}. Take them off the order.", "下列券码对此订单无效：{0}。请从订单中移除。");
}
