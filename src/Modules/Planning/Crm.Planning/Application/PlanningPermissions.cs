using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Planning.Application;

internal sealed class PlanningPermissions
{
    public static readonly Permission Read = new(
        "planning.plans.read", new Phrase("Read plans, their targets and attainment", "查看计划、目标及完成情况"), IsScoped: true);

    public static readonly Permission Write = new("planning.plans.write", new Phrase("Make and change plans and targets", "编制和修改计划与目标"), IsScoped: true);

    public static readonly Permission Approve = new("planning.plans.approve", new Phrase("Approve and close plans", "批准和关闭计划"), IsScoped: true);

    public static readonly Permission Delete = new("planning.plans.delete", new Phrase("Delete drafts of plans", "删除计划草稿"), IsScoped: true);

    public static readonly Permission Restore = new("planning.plans.restore", new Phrase("Restore deleted plans", "恢复已删除的计划"), IsScoped: true);

    public static readonly Permission Rebuild = new("planning.figures.rebuild", new Phrase("Count all figures anew", "重新计算全部数据"));

    public static readonly Permission ReadFigures = new("planning.figures.read", new Phrase("See where counting stands", "查看计数状态"));
}
