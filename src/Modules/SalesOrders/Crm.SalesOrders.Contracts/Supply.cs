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
