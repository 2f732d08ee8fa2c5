using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Prices;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using FluentValidation;

namespace Crm.SalesOrders.Application.Catalogue;

/// <summary>What a caller says about a product, when adding and when changing it.</summary>
internal abstract record ProductContent
{
    /// <summary>Its name in addresses and masks.</summary>
    public const string Resource = "products";

    /// <summary>Whoever does not see it sees no cost of a product anywhere.</summary>
    public const string CostField = "products.cost";

    /// <summary>The company's own product number. Never changes.</summary>
    public required string Sku { get; init; }

    public required string Name { get; init; }

    /// <summary>Code of its category.</summary>
    public string? Category { get; init; }

    /// <summary>How it is packed, such as <c>10 boxes x 20 bags</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Code of what quantities of it count, such as <c>piece</c>.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>Code of its tax class; left out, that of its category.</summary>
    public string? TaxClass { get; init; }

    /// <summary>As it is printed on it.</summary>
    public string? Barcode { get; init; }

    /// <summary>Per unit, up to eight decimals.</summary>
    public required decimal ListPrice { get; init; }

    /// <summary>ISO 4217; of list price and cost.</summary>
    public required string Currency { get; init; }

    /// <summary>Standard cost per unit, up to eight decimals.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Available stock at or below it wants replenishing.</summary>
    public int? ReorderLevel { get; init; }

    /// <summary>Whether it is sold.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>First business date on which it is sold.</summary>
    public DateOnly? ActiveFrom { get; init; }

    /// <summary>Last business date on which it is sold.</summary>
    public DateOnly? ActiveTo { get; init; }

    /// <summary>Goods are stocked and shipped; a service is done and accepted.</summary>
    public ProductKind Kind { get; init; }

    /// <summary>Whether its units are counted in warehouses; left out, those of goods are. Never those of a service.</summary>
    public bool? IsTracked { get; init; }

    /// <summary>Its keys in other systems; left out, they stay as they are.</summary>
    public IReadOnlyList<ExternalRef>? ExternalRefs { get; init; }

    /// <summary>The same body, saying what there is now.</summary>
    public ProductContent Saying(Product p) => this with
    {
        Sku = p.Sku,
        Name = p.Name,
        Category = p.Category,
        Unit = p.Unit,
        ListPrice = p.ListPrice,
        Currency = p.Currency,
        Cost = p.Cost,
        ReorderLevel = p.ReorderLevel,
        IsActive = p.IsActive,
        Kind = p.Kind,
        UnitOfMeasure = p.UnitOfMeasure,
        TaxClass = p.TaxClass,
        ActiveFrom = p.ActiveFrom,
        ActiveTo = p.ActiveTo,
        Barcode = p.Barcode,
        IsTracked = p.Kind == ProductKind.Service ? null : p.IsTracked,
        ExternalRefs = [.. p.ExternalRefs.Select(r => r.Ref)],
    };

    public ProductFacts ToFacts() => new(Name, Category, Unit, ListPrice, Currency, Cost, ReorderLevel, IsActive, Kind)
    {
        UnitOfMeasure = UnitOfMeasure,
        TaxClass = TaxClass,
        ActiveFrom = ActiveFrom,
        ActiveTo = ActiveTo,
        Barcode = Barcode,
        IsTracked = IsTracked ?? true,
    };
}

/// <summary>What came of a command on a product.</summary>
internal sealed record ProductSaved(Guid Id, string Sku, int Version)
{
    public static ProductSaved Of(Product product) => new(product.Id.Value, product.Sku, product.Version);
}

internal abstract class ProductContentValidator<TContent> : AbstractValidator<TContent>
    where TContent : ProductContent
{
    protected ProductContentValidator()
    {
        RuleFor(c => c.Sku).NotEmpty().MaximumLength(Columns.Sku);
        RuleFor(c => c.Name).NotEmpty().MaximumLength(Columns.Name);
        RuleFor(c => c.Category).MaximumLength(Columns.Category);
        RuleFor(c => c.Unit).MaximumLength(Columns.Unit);
        RuleFor(c => c.UnitOfMeasure).MaximumLength(Columns.Unit);
        RuleFor(c => c.Barcode).MaximumLength(Columns.Barcode);
        RuleFor(c => c.TaxClass!).IsPublicationCode();
        RuleFor(c => c.ActiveFrom).IsBusinessDate();
        RuleFor(c => c.ActiveTo).IsBusinessDate();
        RuleFor(c => c.ActiveTo).Must((c, to) => !(to < c.ActiveFrom)).WithPhrase(InputPhrases.EndsBefore);
        RuleFor(c => c.ListPrice).IsUnitPrice();
        RuleFor(c => c.Currency).IsCurrency();
        RuleFor(c => c.Cost).IsUnitPrice();
        RuleFor(c => c.ReorderLevel).InclusiveBetween(0, Limits.MostUnits);
        RuleFor(c => c.Kind).IsInEnum();
        RuleFor(c => c.ExternalRefs).AreExternalRefs();
    }
}
