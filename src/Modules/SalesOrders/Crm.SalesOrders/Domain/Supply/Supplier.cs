using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Supply;

/// <summary>A company goods are bought from: what it sells, for how much, and how long it takes.</summary>
internal sealed class Supplier : AggregateRoot
{
    private readonly List<SupplierItem> _items = [];

    private Supplier()
    {
    }

    public SupplierId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Country { get; private set; }

    /// <summary>ISO 4217; of its unit costs and its supply orders.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>Days from ordering to arrival, where an item does not say otherwise.</summary>
    public int LeadTimeDays { get; private set; }

    public bool IsActive { get; private set; }

    public IReadOnlyList<SupplierItem> Items => _items;

    public static Supplier Add(string code, SupplierFacts facts)
    {
        var supplier = new Supplier { Id = new SupplierId(Guid.CreateVersion7()), Code = code };
        supplier.Take(facts);
        supplier.Raise(new SupplierWasAdded());
        return supplier;
    }

    public void Change(SupplierFacts facts)
    {
        Take(facts);
        Raise(new SupplierWasChanged());
    }

    public SupplierItem? ItemOf(ProductId product) => _items.Find(i => i.ProductId == product);

    /// <summary>The day on which something ordered that day should arrive.</summary>
    public DateOnly ArrivalOf(ProductId product, DateOnly orderedOn) => orderedOn.AddDays(ItemOf(product)?.LeadTimeDays ?? LeadTimeDays);

    public void RequireActive()
    {
        if (!IsActive) throw SupplyRules.SupplierInactive.Broken(Code);
    }

    private void Take(SupplierFacts facts)
    {
        (Name, Country, Currency, LeadTimeDays, IsActive) = (facts.Name, facts.Country, facts.Currency, facts.LeadTimeDays, facts.IsActive);
        // Rows that stay are changed in place: deleting and adding one of the same product would meet its own unique key.
        _items.RemoveAll(present => facts.Items.All(wanted => wanted.ProductId != present.ProductId));
        foreach (var wanted in facts.Items)
        {
            if (ItemOf(wanted.ProductId) is { } present) present.Take(wanted);
            else _items.Add(new SupplierItem(wanted));
        }
    }
}

/// <summary>What may be said of a supplier, apart from its code.</summary>
internal sealed record SupplierFacts(string Name, string? Country, string Currency, int LeadTimeDays, bool IsActive, IReadOnlyList<SupplierItemFacts> Items);

/// <param name="ProductId">Which product.</param>
/// <param name="Sku">Our number for it.</param>
/// <param name="SupplierSku">Its number for it.</param>
/// <param name="LeadTimeDays">Days from ordering to arrival; null: the supplier's.</param>
/// <param name="UnitCost">In the supplier's currency, up to eight decimals.</param>
/// <param name="MinimumQuantity">The fewest units it sells at once.</param>
internal sealed record SupplierItemFacts(ProductId ProductId, string Sku, string? SupplierSku, int? LeadTimeDays, decimal? UnitCost, int MinimumQuantity);

internal sealed class SupplierItem
{
    private SupplierItem()
    {
    }

    public SupplierItem(SupplierItemFacts facts)
    {
        Id = Guid.CreateVersion7();
        ProductId = facts.ProductId;
        Sku = facts.Sku;
        Take(facts);
    }

    public Guid Id { get; private set; }

    public ProductId ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    public string? SupplierSku { get; private set; }

    public int? LeadTimeDays { get; private set; }

    public decimal? UnitCost { get; private set; }

    public int MinimumQuantity { get; private set; }

    public void Take(SupplierItemFacts facts) =>
        (SupplierSku, LeadTimeDays, UnitCost, MinimumQuantity) = (facts.SupplierSku, facts.LeadTimeDays, facts.UnitCost, facts.MinimumQuantity);
}

internal sealed record SupplierWasAdded : DomainEvent;

internal sealed record SupplierWasChanged : DomainEvent;
