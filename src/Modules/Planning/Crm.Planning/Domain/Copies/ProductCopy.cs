namespace Crm.Planning.Domain.Copies;

/// <summary>What prices follow from, kept from the events of a product.</summary>
internal sealed class ProductCopy
{
    private ProductCopy()
    {
    }

    public Guid ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    /// <summary>Code of its category.</summary>
    public string? Category { get; private set; }

    public decimal ListPrice { get; private set; }

    /// <summary>Of the price and the costs.</summary>
    public string Currency { get; private set; } = "";

    public decimal? StandardCost { get; private set; }

    public decimal? CurrentCost { get; private set; }

    /// <summary>Version of the product that all this is from.</summary>
    public int SourceVersion { get; private set; }

    public static ProductCopy Of(Guid productId) => new() { ProductId = productId };

    public void Take(ProductFacts facts, int sourceVersion)
    {
        if (sourceVersion <= SourceVersion) return;
        (Sku, Category, ListPrice, Currency, StandardCost, CurrentCost) = facts;
        SourceVersion = sourceVersion;
    }
}

/// <param name="Sku">The company's own product number.</param>
/// <param name="Category">Code of its category.</param>
/// <param name="ListPrice">Per unit.</param>
/// <param name="Currency">Of the price and the costs.</param>
/// <param name="StandardCost">Per unit.</param>
/// <param name="CurrentCost">What a unit does cost by receipts.</param>
internal sealed record ProductFacts(string Sku, string? Category, decimal ListPrice, string Currency, decimal? StandardCost, decimal? CurrentCost);
