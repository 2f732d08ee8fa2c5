using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Processes;

internal readonly record struct ProcessDefinitionId(Guid Value) : ITypedId;

internal readonly record struct ProcessId(Guid Value) : ITypedId;
