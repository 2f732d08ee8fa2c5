using Crm.BuildingBlocks;

namespace Crm.Customers.Domain;

/// <summary>What a caller can break around whom customers belong to.</summary>
internal static class OwnershipRules
{
    public static readonly Rule OutOfReach = new(
        "customers.owner-out-of-reach",
        "You do not reach the customers of whom it would come to. Ask somebody who reaches both.",
        "您的权限范围不包括接收方的客户。请由同时管理双方的人员移交。");
}
