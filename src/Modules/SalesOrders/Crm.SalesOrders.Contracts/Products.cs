using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Contracts;

/// <summary>A product was added or changed; carries all that others may keep.</summary>
/// <param name="ProductId">Never changes.</param>
/// <param name="Sku">The company's own product number.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Category">Code of its category.</param>
/// <param name="Unit">How it is packed, such as <c>10 boxes x 20 bags</c>.</param>
/// <param name="ListPrice">Per unit, up to eight decimals.</param>
/// <param name="Currency">Of the list price.</param>
/// <param name="Cost">Standard cost per unit in the same currency, where known.</param>
/// <param name="IsActive">May be sold.</param>
/// <param name="ReorderLevel">Available stock at or below it wants replenishing.</param>
/// <param name="CurrentCost">What a unit does cost by receipts, in the same currency; null until something was received.</param>
/// <param name="UnitOfMeasure">Code of what quantities of it count.</param>
/// <param name="TaxClass">Its own; null: that of its category.</param>
/// <param name="IsTracked">Its units are counted in warehouses.</param>
[EventName("sales-orders.product-changed.v1")]
public sealed record ProductChangedV1(
    Guid ProductId,
    string Sku,
    string Name,
    string? Category,
    string? Unit,
    decimal ListPrice,
    string Currency,
    decimal? Cost,
    bool IsActive,
    int? ReorderLevel,
    decimal? CurrentCost = null,
    string? UnitOfMeasure = null,
    string? TaxClass = null,
    bool IsTracked = true) : IIntegrationEvent;

/// <summary>The physical stock of a product in a warehouse changed.</summary>
/// <param name="ProductId">Whose stock.</param>
/// <param name="Sku">Its product number.</param>
/// <param name="Warehouse">Code of the warehouse.</param>
/// <param name="Change">Units that came (positive) or went (negative).</param>
/// <param name="Reason"><c>opening</c>, <c>receipt</c>, <c>issue</c>, <c>adjustment</c>, <c>return</c> or <c>transfer</c>.</param>
/// <param name="MovedOn">Business date.</param>
/// <param name="OnHand">Units on hand afterwards.</param>
/// <param name="Allocated">Units on hand that are promised to confirmed orders.</param>
[EventName("sales-orders.stock-level-changed.v1")]
public sealed record StockLevelChangedV1(
    Guid ProductId, string Sku, string Warehouse, int Change, string Reason, DateOnly MovedOn, int OnHand, int Allocated) : IIntegrationEvent;
