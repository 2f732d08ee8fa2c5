using Crm.BuildingBlocks;
using Crm.Pricing;
using Crm.SalesOrders.Domain.Catalogue;

namespace Crm.SalesOrders.Domain;

/// <summary>Something that is sold. Its SKU never changes; what is said of it may.</summary>
internal sealed class Product : AggregateRoot, IDeletable
{
    private readonly List<ExternalRefRow> _externalRefs = [];
    private readonly List<ProductCost> _newCosts = [];

    private Product()
    {
    }

    public ProductId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Sku { get; private set; } = "";

    public ProductFacts Facts => new(Name, Category, Unit, ListPrice, Currency, Cost, ReorderLevel, IsActive, Kind)
    {
        UnitOfMeasure = UnitOfMeasure,
        TaxClass = TaxClass,
        IsTracked = IsTracked,
        ActiveFrom = ActiveFrom,
        ActiveTo = ActiveTo,
        Barcode = Barcode,
    };

    public string Name { get; private set; } = "";

    /// <summary>Code.</summary>
    public string? Category { get; private set; }

    /// <summary>How it is packed, such as <c>10 boxes x 20 bags</c>.</summary>
    public string? Unit { get; private set; }

    /// <summary>Code of what quantities of it count.</summary>
    public string? UnitOfMeasure { get; private set; }

    /// <summary>Null: that of its category.</summary>
    public string? TaxClass { get; private set; }

    /// <summary>As it is printed on it. Two products may have the same, which the rules of quality find.</summary>
    public string? Barcode { get; private set; }

    /// <summary>The SKU as <see cref="CatalogueKeys.OfSku"/> writes it.</summary>
    public string SkuKey { get; private set; } = "";

    /// <summary>The name as <see cref="CatalogueKeys.OfName"/> writes it.</summary>
    public string NameKey { get; private set; } = "";

    /// <inheritdoc cref="CatalogueKeys.HeadOf"/>
    public string NameHead { get; private set; } = "";

    /// <summary>Per unit, up to eight decimals.</summary>
    public decimal ListPrice { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Standard cost per unit in the same currency, up to eight decimals.</summary>
    public decimal? Cost { get; private set; }

    /// <summary>What a unit does cost, by receipts, in the same currency, up to eight decimals; null until something was received.</summary>
    public decimal? CurrentCost { get; private set; }

    public int? ReorderLevel { get; private set; }

    public bool IsActive { get; private set; }

    /// <summary>First business date on which it is sold; null: since ever.</summary>
    public DateOnly? ActiveFrom { get; private set; }

    /// <summary>Last business date on which it is sold; null: without end.</summary>
    public DateOnly? ActiveTo { get; private set; }

    public ProductKind Kind { get; private set; }

    /// <summary>Lies in a warehouse, where its units are counted. Never a service.</summary>
    public bool IsTracked { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyCollection<ExternalRefRow> ExternalRefs => _externalRefs;

    /// <summary>Only those that were added since the product was loaded.</summary>
    public IReadOnlyCollection<ProductCost> NewCosts => _newCosts;

    public static Product Create(string sku, ProductFacts facts, IReadOnlyCollection<ExternalRef> externalRefs, CostOrigin origin)
    {
        var product = new Product { Id = new ProductId(Guid.CreateVersion7()), Sku = sku, SkuKey = CatalogueKeys.OfSku(sku) };
        product.Take(facts, origin);
        ExternalRefRow.Replace(product._externalRefs, externalRefs);
        product.Raise(new ProductWasAdded());
        return product;
    }

    public void Change(string sku, ProductFacts facts, IReadOnlyCollection<ExternalRef>? externalRefs, CostOrigin origin)
    {
        if (sku != Sku) throw SalesOrdersRules.SkuIsFixed.Broken(Sku);
        var refsChanged = externalRefs is not null && ExternalRefRow.Replace(_externalRefs, externalRefs);
        if (facts.Whole == Facts && !refsChanged) return;
        Take(facts, origin);
        Raise(new ProductWasChanged());
    }

    /// <summary>Says what a unit costs, from today or an earlier day on.</summary>
    public void SetCost(CostKind kind, decimal? cost, CostOrigin origin)
    {
        if ((kind == CostKind.Standard ? Cost : CurrentCost) == cost) return;
        if (kind == CostKind.Standard) Cost = cost;
        else CurrentCost = cost;
        _newCosts.Add(new ProductCost(kind, cost, Currency, origin));
        Raise(new ProductCostWasSet());
    }

    /// <summary>
    /// Units came in at a cost. By the moving average the current cost becomes that of all units there are; what is there at an unknown cost
    /// counts with the standard cost, and without one like what came.
    /// </summary>
    /// <param name="units">That came.</param>
    /// <param name="unitCost">In the product's currency.</param>
    /// <param name="before">Units in all warehouses before they came.</param>
    /// <param name="lastOnly">The last cost is the current one, whatever is there.</param>
    /// <param name="origin">The receipt.</param>
    public void FollowReceipt(int units, decimal unitCost, long before, bool lastOnly, CostOrigin origin)
    {
        var there = CurrentCost ?? Cost ?? unitCost;
        var average = lastOnly || before <= 0 ? unitCost : ((there * before) + (unitCost * units)) / (before + units);
        SetCost(CostKind.Current, Math.Round(average, LineNet.ExactDigits, MidpointRounding.AwayFromZero), origin with { Units = units });
    }

    public void Delete(DateTimeOffset now)
    {
        if (DeletedAt is not null) return;
        DeletedAt = now;
        Raise(new ProductWasDeleted());
    }

    public void Restore()
    {
        if (DeletedAt is null) return;
        DeletedAt = null;
        Raise(new ProductWasRestored());
    }

    private void Take(ProductFacts facts, CostOrigin origin)
    {
        if (facts.Cost != Cost || (facts.Cost is not null && facts.Currency != Currency)) _newCosts.Add(new ProductCost(CostKind.Standard, facts.Cost, facts.Currency, origin));
        if (CurrentCost is not null && facts.Currency != Currency)
        {
            // What it cost was said in another currency; the next receipt says it in this one.
            CurrentCost = null;
            _newCosts.Add(new ProductCost(CostKind.Current, null, facts.Currency, origin));
        }

        (Name, Category, Unit, ListPrice, Currency, Cost, ReorderLevel, IsActive, Kind) = facts;
        (UnitOfMeasure, TaxClass, IsTracked, ActiveFrom, ActiveTo) = (facts.UnitOfMeasure, facts.TaxClass, facts.Whole.IsTracked, facts.ActiveFrom, facts.ActiveTo);
        (Barcode, NameKey, NameHead) = (facts.Barcode, CatalogueKeys.OfName(Name), CatalogueKeys.HeadOf(Name));
    }
}

/// <summary>What may be said of a product, apart from its SKU.</summary>
internal sealed record ProductFacts(
    string Name, string? Category, string? Unit, decimal ListPrice, string Currency, decimal? Cost, int? ReorderLevel, bool IsActive, ProductKind Kind = ProductKind.Goods)
{
    public string? UnitOfMeasure { get; init; }

    public string? TaxClass { get; init; }

    public bool IsTracked { get; init; } = true;

    public DateOnly? ActiveFrom { get; init; }

    public DateOnly? ActiveTo { get; init; }

    public string? Barcode { get; init; }

    /// <summary>The same, as it can be: there is no stock of a service.</summary>
    public ProductFacts Whole => Kind == ProductKind.Service && IsTracked ? this with { IsTracked = false } : this;
}

internal enum ProductKind
{
    /// <summary>Lies in a warehouse and is shipped.</summary>
    [Label("Goods", "商品")]
    Goods,

    /// <summary>Is done and accepted by the customer; there is no stock of it.</summary>
    [Label("Service", "服务")]
    Service,
}

internal sealed record ProductWasAdded : DomainEvent;

internal sealed record ProductWasChanged : DomainEvent;

internal sealed record ProductCostWasSet : DomainEvent;

internal sealed record ProductWasDeleted : DomainEvent;

internal sealed record ProductWasRestored : DomainEvent;
