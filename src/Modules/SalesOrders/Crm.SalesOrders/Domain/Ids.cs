using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

internal readonly record struct ProductId(Guid Value) : ITypedId;

internal readonly record struct StockLevelId(Guid Value) : ITypedId;

internal readonly record struct ApprovalRuleId(Guid Value) : ITypedId;

internal readonly record struct OrderId(Guid Value) : ITypedId
{
    /// <summary>For reading on behind a row, in the order of the database.</summary>
    public static bool operator >(OrderId a, OrderId b) => a.Value > b.Value;

    public static bool operator <(OrderId a, OrderId b) => a.Value < b.Value;
}

internal readonly record struct PaymentId(Guid Value) : ITypedId;

internal readonly record struct RefundId(Guid Value) : ITypedId;

internal readonly record struct ReturnId(Guid Value) : ITypedId;

internal readonly record struct OrderChangeId(Guid Value) : ITypedId;

internal readonly record struct InvoiceId(Guid Value) : ITypedId;
