using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain;

/// <summary>
/// The stock of one product in one warehouse. Loaded only under its row lock, in the order of the products, by whoever changes it.
/// </summary>
/// <remarks>
/// Invariants: 0 &lt;= allocated, 0 &lt;= reserved, allocated + reserved &lt;= on hand = sum of movements. Allocating and reserving raise no event
/// of their own: they happen as a part of what an order or a reservation tells and audits, and the row lock, not the version, keeps them
/// from being lost.
/// </remarks>
internal sealed class StockLevel : AggregateRoot
{
    private readonly List<StockMovement> _movements = [];

    private StockLevel()
    {
    }

    public StockLevel(ProductId productId, string sku, string warehouse, int? reorderPoint = null)
    {
        Id = new StockLevelId(Guid.CreateVersion7());
        ProductId = productId;
        Sku = sku;
        Warehouse = warehouse;
        ReorderPoint = reorderPoint;
        // It begins empty, which is no news to whoever has just made it.
        IsBelowReorderPoint = reorderPoint is not null;
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

    /// <summary>Units in the warehouse that are kept for a while for somebody who has not ordered yet.</summary>
    public int Reserved { get; private set; }

    /// <summary>Units that are on their way: ordered from suppliers or sent by another warehouse.</summary>
    public int Incoming { get; private set; }

    /// <summary>Units that replenishment does not count on; they may be sold.</summary>
    public int SafetyStock { get; private set; }

    /// <summary>Available stock at or below it wants replenishing.</summary>
    public int? ReorderPoint { get; private set; }

    /// <summary>It was told already that the stock is low, and it has not been above since.</summary>
    public bool IsBelowReorderPoint { get; private set; }

    /// <summary>Business date of the first opening movement: history that is imported later is opened on the same day.</summary>
    public DateOnly? OpenedOn { get; private set; }

    /// <summary>Units that may still be promised.</summary>
    public int Available => OnHand - Allocated - Reserved;

    /// <summary>Only what was moved since the stock was loaded; the ledger itself is never loaded to be changed.</summary>
    public IReadOnlyCollection<StockMovement> Movements => _movements;

    /// <summary>Units come (positive) or go (negative).</summary>
    public void Move(int change, MovementCause cause)
    {
        Record(change, cause);
        Watch();
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
        Watch();
    }

    public void Release(int quantity)
    {
        Allocated -= Math.Min(quantity, Allocated);
        Watch();
    }

    public void Reserve(int quantity)
    {
        RequireAvailable(quantity);
        Reserved += quantity;
        Watch();
    }

    /// <summary>What was reserved may be promised to anybody again.</summary>
    public void EndReservation(int quantity)
    {
        HandOver(quantity);
        Watch();
    }

    /// <summary>What was reserved is free for the order that allocates in the same breath; seen from outside, nothing became available.</summary>
    public void HandOver(int quantity) => Reserved -= Math.Min(quantity, Reserved);

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

    /// <summary>Units are on their way here.</summary>
    public void Expect(int quantity)
    {
        if (Incoming + (long)quantity > Limits.MostUnits) throw SalesOrdersRules.StockTooLarge.Broken(Sku, Limits.MostUnits);
        Incoming += quantity;
    }

    /// <summary>Units that were on their way do not come.</summary>
    public void ExpectNoMore(int quantity) => Incoming -= Math.Min(quantity, Incoming);

    /// <summary>Units that were on their way are here.</summary>
    public void Receive(int quantity, MovementCause cause)
    {
        ExpectNoMore(quantity);
        Move(quantity, cause);
    }

    /// <param name="reorderPoint">Null: nobody wants to be told.</param>
    /// <param name="safetyStock">Null: stays as it is.</param>
    public void Plan(int? reorderPoint, int? safetyStock = null)
    {
        if (reorderPoint == ReorderPoint && (safetyStock ?? SafetyStock) == SafetyStock) return;
        (ReorderPoint, SafetyStock) = (reorderPoint, safetyStock ?? SafetyStock);
        Raise(new StockWasPlanned());
        Watch();
    }

    /// <summary>Makes the sums what the ledger, the orders, the reservations and the supplies say.</summary>
    public void Restate(StockFigures figures)
    {
        if (figures == StockFigures.Of(this)) return;
        (OnHand, Allocated, Reserved, Incoming) = figures;
        Raise(new StockWasRestated());
        Watch();
    }

    /// <summary>
    /// Records what was sold before this system knew the stock: the goods are opened and issued, so that the stock stays what it is and
    /// the ledger tells how it was.
    /// </summary>
    public void RecordPastIssue(int quantity, MovementCause cause)
    {
        var openedOn = OpenedOn is { } known && known < cause.MovedOn ? known : cause.MovedOn;
        Record(quantity, cause with { Reason = MovementReason.Opening, MovedOn = openedOn });
        Record(-quantity, cause);
    }

    private void Record(int change, MovementCause cause)
    {
        if (change == 0) return;
        if (OnHand + (long)change > Limits.MostUnits) throw SalesOrdersRules.StockTooLarge.Broken(Sku, Limits.MostUnits);
        if (OnHand + change < Allocated + Reserved) throw SalesOrdersRules.StockBelowZero.Broken(Sku, Available, -change);
        OnHand += change;
        if (cause.Reason == MovementReason.Opening) OpenedOn ??= cause.MovedOn;
        _movements.Add(new StockMovement(Id, ProductId, change, OnHand, cause));
        Raise(new StockWasMoved(change, cause.Reason, cause.MovedOn, OnHand, Allocated));
    }

    private void RequireAvailable(int quantity)
    {
        if (quantity > Available) throw SalesOrdersRules.StockBelowZero.Broken(Sku, Available, quantity);
    }

    // Tells once that the stock is low, and again only after it was above.
    private void Watch()
    {
        var isBelow = Available <= ReorderPoint;
        if (isBelow && !IsBelowReorderPoint) Raise(new StockFellToReorderPoint(Available, ReorderPoint!.Value, OnHand, Incoming));
        IsBelowReorderPoint = isBelow;
    }
}

/// <summary>The sums of a stock level, each of which something else explains: the ledger, orders, reservations, supplies and transfers.</summary>
internal readonly record struct StockFigures(int OnHand, int Allocated, int Reserved, int Incoming)
{
    public static StockFigures Of(StockLevel level) => new(level.OnHand, level.Allocated, level.Reserved, level.Incoming);
}

internal sealed record StockWasMoved(int Change, MovementReason Reason, DateOnly MovedOn, int OnHand, int Allocated) : DomainEvent;

internal sealed record StockFellToReorderPoint(int Available, int ReorderPoint, int OnHand, int Incoming) : DomainEvent;

internal sealed record StockWasPlanned : DomainEvent;

internal sealed record StockWasRestated : DomainEvent;
