using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>A customer was recorded for the first time.</summary>
[EventName("customers.customer-registered.v1")]
public sealed record CustomerRegisteredV1([PersonKey] Guid CustomerId, CustomerStateV1 Customer) : IIntegrationEvent;

/// <summary>Anything that others may keep of a customer changed, its deletion, restoring and blocking included.</summary>
[EventName("customers.customer-changed.v1")]
public sealed record CustomerChangedV1([PersonKey] Guid CustomerId, CustomerStateV1 Customer) : IIntegrationEvent;
