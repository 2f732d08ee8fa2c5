using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Contracts;

/// <summary>The available stock of a product fell to or below its reorder point. Told once, and again only after it was above.</summary>
/// <param name="ProductId">Whose stock.</param>
/// <param name="Sku">Its product number.</param>
/// <param name="Warehouse">Code of the warehouse.</param>
/// <param name="Available">Units that may still be promised: on hand, neither allocated nor reserved.</param>
/// <param name="ReorderPoint">Units at or below which it is told.</param>
/// <param name="OnHand">Units in the warehouse.</param>
/// <param name="Incoming">Units on their way to it.</param>
[EventName("sales-orders.below-reorder-point.v1")]
public sealed record BelowReorderPointV1(
    Guid ProductId, string Sku, string Warehouse, int Available, int ReorderPoint, int OnHand, int Incoming) : IIntegrationEvent;

/// <summary>Goods were ordered from a supplier and are expected.</summary>
/// <param name="SupplyOrderId">Which order.</param>
/// <param name="Number">Human number.</param>
/// <param name="SupplierId">Whom they are bought from.</param>
/// <param name="SupplierCode">The company's own number of the supplier.</param>
/// <param name="Warehouse">Code of the warehouse they go to.</param>
/// <param name="OrderedOn">Business date.</param>
/// <param name="Currency">Of the unit costs.</param>
/// <param name="Lines">Each product once.</param>
[EventName("sales-orders.supply-order-placed.v1")]
public sealed record SupplyOrderPlacedV1(
    Guid SupplyOrderId,
    string Number,
    Guid SupplierId,
    string SupplierCode,
    string Warehouse,
    DateOnly OrderedOn,
    string Currency,
    IReadOnlyList<SupplyOrderLineV1> Lines) : IIntegrationEvent;

/// <param name="ProductId">What was ordered.</param>
/// <param name="Sku">Its number.</param>
/// <param name="Quantity">Units.</param>
/// <param name="UnitCost">Up to eight decimals, where known.</param>
/// <param name="ExpectedOn">When it should arrive.</param>
public sealed record SupplyOrderLineV1(Guid ProductId, string Sku, int Quantity, decimal? UnitCost, DateOnly ExpectedOn);

/// <summary>Goods of a supply order arrived, all or a part of them.</summary>
/// <param name="SupplyOrderId">Which order.</param>
/// <param name="Number">Human number.</param>
/// <param name="SupplierId">Whom they were bought from.</param>
/// <param name="Warehouse">Code of the warehouse they came to.</param>
/// <param name="ReceivedOn">Business date.</param>
/// <param name="IsComplete">Nothing more is expected from the order.</param>
/// <param name="Goods">What arrived this time.</param>
[EventName("sales-orders.supply-order-received.v1")]
public sealed record SupplyOrderReceivedV1(
    Guid SupplyOrderId, string Number, Guid SupplierId, string Warehouse, DateOnly ReceivedOn, bool IsComplete, IReadOnlyList<SuppliedGoodsV1> Goods) : IIntegrationEvent;

/// <param name="ProductId">What arrived.</param>
/// <param name="Sku">Its number.</param>
/// <param name="Quantity">Units.</param>
public sealed record SuppliedGoodsV1(Guid ProductId, string Sku, int Quantity);
