using Crm.BuildingBlocks;

namespace Crm.Customers.Domain;

internal readonly record struct CustomerId(Guid Value) : ITypedId
{
    public static CustomerId New() => new(Guid.CreateVersion7());
}
