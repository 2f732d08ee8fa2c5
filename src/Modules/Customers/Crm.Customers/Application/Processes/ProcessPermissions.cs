using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Processes;

internal sealed class ProcessPermissions
{
    public static readonly Permission Read = new("customers.processes.read", new Phrase("Read sales processes and how customers go through them", "查看销售流程及客户进展"), IsScoped: true);

    public static readonly Permission Write = new("customers.processes.write", new Phrase("Start sales processes and take them further", "启动和推进销售流程"), IsScoped: true);

    public static readonly Permission Configure = new("customers.processes.configure", new Phrase("Define, publish and retire sales processes", "设计、发布和停用销售流程"));
}
