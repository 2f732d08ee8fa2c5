using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>
/// The stock of one product in one warehouse. Loaded only under its row lock, in the order of the products, by whoever changes it.
/// </summary>
/// <remarks>
/// Invariants: 0 &lt;= allocated &lt;= on hand = sum of movements. Allocating raises no event of its own: it happens as a part of what an
/// order tells and audits, and the row lock, not the version, keeps it from being lost.
/// </remarks>
internal sealed class StockLevel : AggregateRoot
{
    private readonly List<StockMovement> _movements = [];

    private StockLevel()
    {
    }

    public StockLevel(ProductId productId, string sku, string warehouse)
    {
        Id = new StockLevelId(Guid.CreateVersion7());
        ProductId = productId;
        Sku = sku;
        Warehouse = warehouse;
    }

    public StockLevelId Id { get; private set; }

    public override Guid Key => Id.Value;

    public ProductId ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    public string Warehouse { get; private set; } = "";

    /// <summary>Units in the warehouse.</summary>
    public int OnHand { get; private set; }

    /// <summary>Units in the warehouse that are promised to confirmed orders.</summary>
    public int Allocated { get; private set; }

    /// <summary>Business date of the first opening movement: history that is imported later is opened on the same day.</summary>
    public DateOnly? OpenedOn { get; private set; }

    /// <summary>Units that may still be promised.</summary>
    public int Available => OnHand - Allocated;

    /// <summary>Only what was moved since the stock was loaded; the ledger itself is never loaded to be changed.</summary>
    public IReadOnlyCollection<StockMovement> Movements => _movements;

    /// <summary>Units come (positive) or go (negative).</summary>
    public void Move(int change, MovementCause cause)
    {
        if (change == 0) return;
        if (OnHand + (long)change > Limits.MostUnits) throw SalesOrdersRules.StockTooLarge.Broken(Sku, Limits.MostUnits);
        if (OnHand + change < Allocated) throw SalesOrdersRules.StockBelowZero.Broken(Sku, Available, -change);
        OnHand += change;
        if (cause.Reason == MovementReason.Opening) OpenedOn ??= cause.MovedOn;
        _movements.Add(new StockMovement(Id, ProductId, change, OnHand, cause));
        Raise(new StockWasMoved(change, cause.Reason, cause.MovedOn, OnHand, Allocated));
    }

    /// <summary>Makes the stock what was counted. The first count opens it, even with nothing: what was sold before is opened on that day, too.</summary>
    public void Count(int counted, DateOnly countedOn, DateTimeOffset now, string? note = null)
    {
        var reason = OpenedOn is null ? MovementReason.Opening : MovementReason.Adjustment;
        Move(counted - OnHand, new MovementCause(reason, countedOn, now, Note: note));
        OpenedOn ??= countedOn;
    }

    public void Allocate(int quantity)
    {
        RequireAvailable(quantity);
        Allocated += quantity;
    }

    public void Release(int quantity) => Allocated -= Math.Min(quantity, Allocated);

    /// <summary>Units leave for an order: first those that were promised to it, then free ones.</summary>
    /// <param name="quantity">Units that leave.</param>
    /// <param name="promised">How many of them had been allocated.</param>
    /// <param name="cause">With the order as its source.</param>
    public void Issue(int quantity, int promised, MovementCause cause)
    {
        RequireAvailable(quantity - promised);
        Allocated -= promised;
        Move(-quantity, cause);
    }

    /// <summary>
    /// Records what was sold before this system knew the stock: the goods are opened and issued, so that the stock stays what it is and
    /// the ledger tells how it was.
    /// </summary>
    public void RecordPastIssue(int quantity, MovementCause cause)
    {
        var openedOn = OpenedOn is { } known && known < cause.MovedOn ? known : cause.MovedOn;
        Move(quantity, cause with { Reason = MovementReason.Opening, MovedOn = openedOn });
        Move(-quantity, cause);
    }

    private void RequireAvailable(int quantity)
    {
        if (quantity > Available) throw SalesOrdersRules.StockBelowZero.Broken(Sku, Available, quantity);
    }
}

internal sealed record StockWasMoved(int Change, MovementReason Reason, DateOnly MovedOn, int OnHand, int Allocated) : DomainEvent;
