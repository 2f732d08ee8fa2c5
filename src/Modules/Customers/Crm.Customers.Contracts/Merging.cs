using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>
/// A customer was found to be another one, or the one that it led to was. Nothing moves: what is known of it stays under its id and counts for the
/// survivor. Each customer of a family tells of itself; a <see cref="CustomerChangedV1"/> with the same says it again.
/// </summary>
/// <param name="CustomerId">That leads to the survivor now.</param>
/// <param name="SurvivorId">That goes on.</param>
/// <param name="Customer">As it stays.</param>
[EventName("customers.customer-merged.v1")]
public sealed record CustomerMergedV1([PersonKey] Guid CustomerId, Guid SurvivorId, CustomerStateV1 Customer) : IIntegrationEvent;

/// <summary>A merge was taken back: the customer is one of its own again.</summary>
/// <param name="CustomerId">That is one of its own again.</param>
/// <param name="SurvivorId">That it led to.</param>
/// <param name="Customer">As it is.</param>
[EventName("customers.customer-unmerged.v1")]
public sealed record CustomerUnmergedV1([PersonKey] Guid CustomerId, Guid SurvivorId, CustomerStateV1 Customer) : IIntegrationEvent;
