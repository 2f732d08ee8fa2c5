using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Supply;

internal readonly record struct SupplierId(Guid Value) : ITypedId;

internal readonly record struct SupplyOrderId(Guid Value) : ITypedId;

internal readonly record struct ReplenishmentRuleId(Guid Value) : ITypedId;
