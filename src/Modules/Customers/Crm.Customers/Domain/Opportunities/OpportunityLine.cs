using Crm.BuildingBlocks;

namespace Crm.Customers.Domain.Opportunities;

/// <summary>What the customer may want. Nothing of it is checked against the catalogue before it is won.</summary>
internal sealed class OpportunityLine
{
    private string? _description;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>1 for the first.</summary>
    public int Position { get; init; }

    /// <summary>Of a product of Sales Orders; or the SKU, or neither.</summary>
    public Guid? ProductId { get; init; }

    public string? Sku { get; init; }

    [PersonalInCopies]
    public string? Description
    {
        get => _description;
        init => _description = value;
    }

    /// <summary>More than zero, up to four decimals.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Before discount, up to eight decimals; null: as the price lists will say.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>A fraction from 0 to 1.</summary>
    public decimal DiscountRate { get; init; }

    /// <summary>quantity x unit price x (1 - discount), rounded to the currency's digits, half away from zero; null without a price.</summary>
    public decimal? Net(string currency) => UnitPrice is { } price ? Currencies.Round(Quantity * price * (1 - DiscountRate), currency) : null;

    public void Forget() => _description = null;

    public bool SaysTheSameAs(OpportunityLine other) =>
        (Position, ProductId, Sku, Description, Quantity, UnitPrice, DiscountRate)
        == (other.Position, other.ProductId, other.Sku, other.Description, other.Quantity, other.UnitPrice, other.DiscountRate);
}
