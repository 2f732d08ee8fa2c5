using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Opportunities;

internal readonly record struct OpportunityId(Guid Value) : ITypedId;

internal readonly record struct PipelineId(Guid Value) : ITypedId;

internal readonly record struct OutcomeReasonId(Guid Value) : ITypedId;
