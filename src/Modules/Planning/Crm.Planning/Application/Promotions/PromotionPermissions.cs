using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Planning.Application.Promotions;

internal sealed class PromotionPermissions
{
    public static readonly Permission Read = new("planning.promotions.read", new Phrase("Read promotions and how they are used", "查看促销及其使用情况"), IsScoped: true);

    public static readonly Permission Write = new("planning.promotions.write", new Phrase("Draft and change promotions", "起草和修改促销"), IsScoped: true);

    public static readonly Permission Approve = new("planning.promotions.approve", new Phrase("Approve promotions", "批准促销"), IsScoped: true);

    public static readonly Permission Publish = new(
        "planning.promotions.publish", new Phrase("Publish, suspend, resume, end and archive promotions", "发布、暂停、恢复、结束和归档促销"), IsScoped: true);

    public static readonly Permission Delete = new("planning.promotions.delete", new Phrase("Delete drafts of promotions", "删除促销草稿"), IsScoped: true);

    public static readonly Permission Restore = new("planning.promotions.restore", new Phrase("Restore deleted promotions", "恢复已删除的促销"), IsScoped: true);

    public static readonly Permission ReadVouchers = new("planning.vouchers.read", new Phrase("See which codes were issued, without the codes", "查看已发放的券码批次（不含券码）"), IsScoped: true);

    public static readonly Permission IssueVouchers = new("planning.vouchers.issue", new Phrase("Issue and withdraw codes of promotions", "发放和撤回促销券码"), IsScoped: true);

    public static readonly Permission RevealVouchers = new("planning.vouchers.reveal", new Phrase("Fetch the codes themselves", "获取券码本身"), IsScoped: true);
}
