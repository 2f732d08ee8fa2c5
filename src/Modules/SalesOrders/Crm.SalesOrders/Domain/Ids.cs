using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal readonly record struct ProductId(Guid Value) : ITypedId;

internal readonly record struct StockLevelId(Guid Value) : ITypedId;

internal readonly record struct ApprovalRuleId(Guid Value) : ITypedId;

internal readonly record struct OrderId(Guid Value) : ITypedId;

internal readonly record struct PaymentId(Guid Value) : ITypedId;

internal readonly record struct RefundId(Guid Value) : ITypedId;

internal readonly record struct ReturnId(Guid Value) : ITypedId;

internal readonly record struct OrderChangeId(Guid Value) : ITypedId;

internal readonly record struct InvoiceId(Guid Value) : ITypedId;
