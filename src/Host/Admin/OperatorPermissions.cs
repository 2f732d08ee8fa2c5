using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Host.Admin;

internal sealed class OperatorPermissions
{
    public static readonly Permission ReadJobs = new("platform.jobs.read", new Phrase("See jobs and their runs", "查看作业及其运行记录"));
    public static readonly Permission ManageJobs = new("platform.jobs.manage", new Phrase("Run, pause and resume jobs", "运行、暂停和恢复作业"));
    public static readonly Permission ReadMessages = new("platform.messages.read", new Phrase("See messages between modules", "查看模块间消息"));
    public static readonly Permission RepairMessages = new(
        "platform.messages.repair", new Phrase("Replay and discard messages, republish a module's state", "重放和丢弃消息，重新发布模块状态"));
}
