using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Reporting.Application;

internal sealed class ReportingPermissions
{
    public static readonly Permission ReadReports = new("reporting.reports.read", new Phrase("Read reports", "查看报表"), IsScoped: true);

    public static readonly Permission ReadSchedules = new(
        "reporting.schedules.read", new Phrase("Read report schedules and their deliveries", "查看报表计划及其发送记录"), IsScoped: true);

    public static readonly Permission WriteSchedules = new(
        "reporting.schedules.write", new Phrase("Make, change and run report schedules", "新建、修改和运行报表计划"), IsScoped: true);

    public static readonly Permission Oversee = new(
        "reporting.schedules.oversee", new Phrase("Oversee all report schedules", "总览所有报表计划"));

    public static readonly Permission ReadProjection = new(
        "reporting.projection.read", new Phrase("See how far the facts are counted", "查看统计进度"));

    public static readonly Permission Rebuild = new(
        "reporting.projection.rebuild", new Phrase("Make the facts again from the kept events", "由保留的事件重建统计数据"));
}
