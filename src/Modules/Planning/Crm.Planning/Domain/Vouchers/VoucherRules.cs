using Crm.BuildingBlocks;

namespace Crm.Planning.Domain.Vouchers;

internal static class VoucherRules
{
    public static readonly Rule TakesNoCodes = new(
        "planning.promotion-takes-no-codes",
        "Codes are issued for a promotion that is published, has not ended and needs a code.",
        "只能为已发布、未结束且需要券码的促销发放券码。");

    public static readonly Rule PrefixTaken = new(
        "planning.voucher-prefix-taken", "There already are codes that begin with '{0}'.", "已有以 '{0}' 开头的券码。");

    public static readonly Rule Withdrawn = new(
        "planning.vouchers-withdrawn", "All codes of this batch were withdrawn already.", "该批次的所有券码均已撤回。");
}
