using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Supply;

/// <summary>When a product is bought again for a warehouse, how many of it, and from whom.</summary>
internal sealed class ReplenishmentRule : AggregateRoot
{
    private ReplenishmentRule()
    {
    }

    public ReplenishmentRuleId Id { get; private set; }

    public override Guid Key => Id.Value;

    public ProductId ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    public string Warehouse { get; private set; } = "";

    public SupplierId SupplierId { get; private set; }

    public ReplenishmentPolicy Policy { get; private set; }

    /// <summary>Buys when the position is at or below it.</summary>
    public int ReorderPoint { get; private set; }

    /// <summary>Units: the position to fill up to, or the lot to buy, by the policy.</summary>
    public int Quantity { get; private set; }

    public bool IsActive { get; private set; }

    public static ReplenishmentRule Make(ProductId product, string sku, string warehouse, ReplenishmentFacts facts)
    {
        var rule = new ReplenishmentRule { Id = new ReplenishmentRuleId(Guid.CreateVersion7()), ProductId = product, Sku = sku, Warehouse = warehouse };
        rule.Take(facts);
        rule.Raise(new ReplenishmentRuleWasMade());
        return rule;
    }

    public void Change(ReplenishmentFacts facts)
    {
        Take(facts);
        Raise(new ReplenishmentRuleWasChanged());
    }

    /// <summary>Units to buy now, so that the position is above the reorder point afterwards; null while it is above it anyway.</summary>
    public int? Wanted(long position, int fewest)
    {
        if (!IsActive || position > ReorderPoint) return null;
        var wanted = Policy == ReplenishmentPolicy.UpToMaximum
            ? Quantity - position
            : (((ReorderPoint - position) / Quantity) + 1) * Quantity;
        return (int)Math.Min(Math.Max(wanted, fewest), Limits.MostUnits);
    }

    /// <summary>A draft was made of what it wants: whoever accepts the same proposal at the same time loses the race and looks again.</summary>
    public void Accept() => Raise(new ReplenishmentWasAccepted());

    private void Take(ReplenishmentFacts facts)
    {
        if (facts.Policy == ReplenishmentPolicy.UpToMaximum && facts.Quantity <= facts.ReorderPoint)
            throw SupplyRules.MaximumBelowMinimum.Broken(facts.Quantity, facts.ReorderPoint);
        (SupplierId, Policy, ReorderPoint, Quantity, IsActive) = facts;
    }
}

internal enum ReplenishmentPolicy
{
    [Label("Fill up to a maximum", "补至上限")]
    UpToMaximum,
    [Label("Buy lots of a fixed size", "固定批量")]
    FixedQuantity,
}

/// <summary>What may be said of a rule, apart from whose it is.</summary>
internal sealed record ReplenishmentFacts(SupplierId SupplierId, ReplenishmentPolicy Policy, int ReorderPoint, int Quantity, bool IsActive);

internal sealed record ReplenishmentRuleWasMade : DomainEvent;

internal sealed record ReplenishmentRuleWasChanged : DomainEvent;

internal sealed record ReplenishmentWasAccepted : DomainEvent;
