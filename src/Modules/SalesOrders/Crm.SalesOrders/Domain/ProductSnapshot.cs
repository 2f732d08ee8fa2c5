namespace Crm.SalesOrders.Domain;

/// <summary>A product as it is being sold: what a line copies, and what pricing needs.</summary>
internal sealed record ProductSnapshot(
    ProductId Id, string Sku, string Name, string? Category, string? Unit, decimal ListPrice, string Currency, decimal? Cost, bool IsActive, bool IsService = false)
{
    /// <summary>Its units are counted in warehouses.</summary>
    public bool IsTracked { get; init; } = !IsService;

    /// <summary>By receipts, per unit.</summary>
    public decimal? CurrentCost { get; init; }

    public string? TaxClass { get; init; }

    public DateOnly? ActiveFrom { get; init; }

    public DateOnly? ActiveTo { get; init; }

    public bool IsSoldOn(DateOnly day) => !(ActiveFrom > day) && !(ActiveTo < day);
}
