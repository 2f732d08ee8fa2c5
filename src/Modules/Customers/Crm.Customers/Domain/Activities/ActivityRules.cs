using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Activities;

/// <summary>What is refused around activities.</summary>
internal static class ActivityRules
{
    public static readonly Rule NotOpen = new(
        "customers.activity-ended",
        "The activity is done, was not held or is cancelled, so this cannot be done any more. Plan another one.",
        "该活动已完成、未举行或已取消，不能再执行此操作。请另行安排。");

    public static readonly Rule NotPlanned = new(
        "customers.activity-not-planned",
        "The activity has begun. Only one that has not can be started, moved or said not to have taken place.",
        "该活动已经开始。只有尚未开始的活动才能开始、改期或标记为未举行。");

    public static readonly Rule ToldAlready = new(
        "customers.activity-told",
        "The activity took place, and others were told whose it was and what it was about. Its words can be changed, these cannot.",
        "该活动已完成，其负责人及关联对象已通知其他模块，不能再更改；文字内容仍可修改。");

    public static readonly Rule NotDeleted = new("customers.activity-not-deleted", "The activity is not deleted.", "该活动未被删除。");

    public static readonly Rule LinkUnknown = new(
        "customers.activity-link-unknown", "The customer has no {0} '{1}'.", "该客户没有 {0} '{1}'。");

    public static readonly Rule OnlyVisits = new(
        "customers.activity-not-a-visit", "Only at visits somebody checks in and out.", "只有拜访可以签到和签退。");

    public static readonly Rule CheckedInAlready = new(
        "customers.visit-checked-in", "The visitor has checked in already.", "拜访人已经签到。");

    public static readonly Rule NotCheckedIn = new(
        "customers.visit-not-checked-in", "The visitor has not checked in. Check in first.", "拜访人尚未签到，请先签到。");

    public static readonly Rule CheckedOutAlready = new(
        "customers.visit-checked-out", "The visitor has checked out already.", "拜访人已经签退。");

    public static readonly Rule NotCheckedOut = new(
        "customers.visit-not-checked-out", "The visitor is still there. Check out before the visit is completed.", "拜访人尚未签退，请先签退再完成拜访。");

    public static readonly Rule FeedsBelongToPeople = new(
        "customers.feed-without-person", "A calendar feed belongs to a person, and you act for none.", "日历订阅属于个人，而您未代表任何人操作。");

    public static readonly Rule TooManyFeeds = new(
        "customers.too-many-feeds", "You have {0} calendar feeds, which is the most there may be. Revoke one first.", "您已有 {0} 个日历订阅，已达上限。请先吊销一个。");
}
