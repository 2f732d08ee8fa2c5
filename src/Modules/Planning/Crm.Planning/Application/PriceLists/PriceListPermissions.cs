using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Planning.Application.PriceLists;

internal sealed class PriceListPermissions
{
    public static readonly Permission Read = new("planning.price-lists.read", new Phrase("Read price lists and their versions", "查看价目表及其版本"), IsScoped: true);

    public static readonly Permission Write = new("planning.price-lists.write", new Phrase("Make and change drafts of price lists", "编制和修改价目表草稿"), IsScoped: true);

    public static readonly Permission Approve = new(
        "planning.price-lists.approve", new Phrase("Approve price lists, prices below the floor included", "批准价目表（包括低于底价的价格）"), IsScoped: true);

    public static readonly Permission Publish = new(
        "planning.price-lists.publish", new Phrase("Publish, suspend, resume, end and archive price lists", "发布、暂停、恢复、结束和归档价目表"), IsScoped: true);

    public static readonly Permission Delete = new("planning.price-lists.delete", new Phrase("Delete drafts of price lists", "删除价目表草稿"), IsScoped: true);

    public static readonly Permission Restore = new("planning.price-lists.restore", new Phrase("Restore deleted price lists", "恢复已删除的价目表"), IsScoped: true);

    public static readonly Permission ReadProposals = new("planning.proposals.read", new Phrase("Read proposed prices and how they come about", "查看建议价及其依据"), IsScoped: true);

    public static readonly Permission Propose = new("planning.proposals.write", new Phrase("Have prices proposed", "生成建议价"), IsScoped: true);

    public static readonly Permission Decide = new("planning.proposals.approve", new Phrase("Accept and reject proposed prices", "接受和拒绝建议价"), IsScoped: true);
}
