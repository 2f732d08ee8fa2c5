using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>Something that is sold. Its SKU never changes; what is said of it may.</summary>
internal sealed class Product : AggregateRoot, IDeletable
{
    private readonly List<ExternalRefRow> _externalRefs = [];

    private Product()
    {
    }

    public ProductId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Sku { get; private set; } = "";

    public ProductFacts Facts => new(Name, Category, Unit, ListPrice, Currency, Cost, ReorderLevel, IsActive, Kind);

    public string Name { get; private set; } = "";

    public string? Category { get; private set; }

    /// <summary>What one of it is, such as <c>10 boxes x 20 bags</c>.</summary>
    public string? Unit { get; private set; }

    /// <summary>Per unit, up to eight decimals.</summary>
    public decimal ListPrice { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Standard cost per unit in the same currency, up to eight decimals.</summary>
    public decimal? Cost { get; private set; }

    public int? ReorderLevel { get; private set; }

    public bool IsActive { get; private set; }

    public ProductKind Kind { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyCollection<ExternalRefRow> ExternalRefs => _externalRefs;

    public static Product Create(string sku, ProductFacts facts, IReadOnlyCollection<ExternalRef> externalRefs)
    {
        var product = new Product { Id = new ProductId(Guid.CreateVersion7()), Sku = sku };
        product.Take(facts);
        ExternalRefRow.Replace(product._externalRefs, externalRefs);
        product.Raise(new ProductWasAdded());
        return product;
    }

    public void Change(string sku, ProductFacts facts, IReadOnlyCollection<ExternalRef>? externalRefs)
    {
        if (sku != Sku) throw SalesOrdersRules.SkuIsFixed.Broken(Sku);
        var refsChanged = externalRefs is not null && ExternalRefRow.Replace(_externalRefs, externalRefs);
        if (facts == Facts && !refsChanged) return;
        Take(facts);
        Raise(new ProductWasChanged());
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

    private void Take(ProductFacts facts) =>
        (Name, Category, Unit, ListPrice, Currency, Cost, ReorderLevel, IsActive, Kind) = facts;
}

/// <summary>What may be said of a product, apart from its SKU.</summary>
internal sealed record ProductFacts(
    string Name, string? Category, string? Unit, decimal ListPrice, string Currency, decimal? Cost, int? ReorderLevel, bool IsActive, ProductKind Kind = ProductKind.Goods);

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

internal sealed record ProductWasDeleted : DomainEvent;

internal sealed record ProductWasRestored : DomainEvent;
