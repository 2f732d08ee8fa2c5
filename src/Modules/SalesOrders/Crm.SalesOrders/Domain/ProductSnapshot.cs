namespace Crm.SalesOrders.Domain;

/// <summary>A product as it is being sold: what a line copies, and what pricing needs.</summary>
internal sealed record ProductSnapshot(
    ProductId Id, string Sku, string Name, string? Category, string? Unit, decimal ListPrice, string Currency, decimal? Cost, bool IsActive, bool IsService = false);
