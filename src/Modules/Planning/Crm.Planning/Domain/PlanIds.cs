using Crm.BuildingBlocks;

namespace Crm.Planning.Domain;

internal readonly record struct SalesPlanId(Guid Value) : ITypedId
{
    public static SalesPlanId New() => new(Guid.CreateVersion7());
}
