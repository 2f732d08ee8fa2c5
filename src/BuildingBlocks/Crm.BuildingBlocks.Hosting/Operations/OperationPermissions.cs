using Crm.BuildingBlocks.Hosting.Access;

namespace Crm.BuildingBlocks.Hosting.Operations;

/// <summary>Declared by the platform, because operations of all modules have one address.</summary>
public sealed class OperationPermissions
{
    public static readonly Permission Manage = new(
        "platform.operations.manage", new Phrase("See and cancel the long operations and imports of everybody", "查看和取消所有人的长时间操作和导入"));
}
