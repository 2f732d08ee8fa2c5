using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>A customer came to another user, org unit or territory. What it is now is also told by <see cref="CustomerChangedV1"/>.</summary>
/// <param name="CustomerId">Of this module.</param>
/// <param name="FromOwnerId">The user before; null: none.</param>
/// <param name="FromUnitId">The org unit before.</param>
/// <param name="FromTerritoryId">The territory before.</param>
/// <param name="OwnerId">The user now.</param>
/// <param name="UnitId">The org unit now.</param>
/// <param name="TerritoryId">The territory now.</param>
/// <param name="Reason">As somebody wrote it.</param>
[EventName("customers.ownership-changed.v1")]
public sealed record OwnershipChangedV1(
    [PersonKey] Guid CustomerId, Guid? FromOwnerId, Guid? FromUnitId, Guid? FromTerritoryId, Guid? OwnerId, Guid? UnitId, Guid? TerritoryId, [Personal] string? Reason)
    : IIntegrationEvent;

/// <summary>Nothing more is sold to a customer.</summary>
/// <param name="Reason">As somebody wrote it; null where nobody said.</param>
[EventName("customers.customer-blocked.v1")]
public sealed record CustomerBlockedV1([PersonKey] Guid CustomerId, [Personal] string? Reason) : IIntegrationEvent;

/// <summary>A customer may order again.</summary>
/// <param name="Reason">As somebody wrote it; null where nobody said.</param>
[EventName("customers.customer-unblocked.v1")]
public sealed record CustomerUnblockedV1([PersonKey] Guid CustomerId, [Personal] string? Reason) : IIntegrationEvent;
