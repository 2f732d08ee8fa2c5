using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Territories;

internal static class TerritoriesRules
{
    public static readonly Rule Unknown = new(
        "customers.territory-unknown", "There is no territory '{0}'. It may take a moment until a new one is known here.", "不存在区域“{0}”。新建的区域可能需要片刻才能使用。");
}
