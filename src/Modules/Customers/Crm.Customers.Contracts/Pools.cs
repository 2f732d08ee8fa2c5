using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>A customer lies in a pool and is nobody's until somebody claims it.</summary>
/// <param name="CustomerId">Which customer.</param>
/// <param name="PoolId">Which pool.</param>
/// <param name="OwnerBefore">The user whose it was.</param>
/// <param name="PooledAt">When.</param>
[EventName("customers.customer-pooled.v1")]
public sealed record CustomerPooledV1([PersonKey] Guid CustomerId, Guid PoolId, Guid? OwnerBefore, DateTimeOffset PooledAt) : IIntegrationEvent;

/// <summary>A rule will take a customer from its owner, unless something happens until then.</summary>
/// <param name="CustomerId">Which customer.</param>
/// <param name="PoolId">Into which pool.</param>
/// <param name="OwnerId">The user who looks after it, and may want to do something.</param>
/// <param name="NoticedOn">Business day of the company.</param>
/// <param name="ReleaseOn">Business day on which it is taken.</param>
[EventName("customers.customer-release-noticed.v1")]
public sealed record CustomerReleaseNoticedV1([PersonKey] Guid CustomerId, Guid PoolId, Guid OwnerId, DateOnly NoticedOn, DateOnly ReleaseOn) : IIntegrationEvent;

/// <summary>Somebody took a customer out of a pool, or was given it by whoever oversees pools.</summary>
/// <param name="CustomerId">Which customer.</param>
/// <param name="PoolId">Which pool.</param>
/// <param name="OwnerId">The user who looks after it now.</param>
/// <param name="UnitId">The org unit it belongs to now.</param>
/// <param name="ClaimedAt">When.</param>
[EventName("customers.customer-claimed.v1")]
public sealed record CustomerClaimedV1([PersonKey] Guid CustomerId, Guid PoolId, Guid OwnerId, Guid? UnitId, DateTimeOffset ClaimedAt) : IIntegrationEvent;
