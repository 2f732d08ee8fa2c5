using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Warehousing;

internal readonly record struct WarehouseId(Guid Value) : ITypedId;

internal readonly record struct ReservationId(Guid Value) : ITypedId;

internal readonly record struct StockTransferId(Guid Value) : ITypedId;

internal readonly record struct StockCountId(Guid Value) : ITypedId;

/// <summary>Some units of a product.</summary>
internal sealed record Units(ProductId ProductId, string Sku, int Quantity);
