using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.Customers.Application.Segments;

internal sealed class SegmentsPermissions
{
    public static readonly Permission Read = new("customers.segments.read", new Phrase("See segments and who belongs to them", "查看客群及其成员"), IsScoped: true);

    public static readonly Permission Write = new("customers.segments.write", new Phrase("Describe segments", "定义客群"), IsScoped: true);

    public static readonly Permission Publish = new(
        "customers.segments.publish", new Phrase("Put segments in force, retire them and write down who belongs to them", "发布、停用客群并固化成员名单"), IsScoped: true);
}
