using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Domain.Warehousing;

/// <summary>
/// Units that are kept for somebody for a while: for a cart, for a quote. An order that names it takes them when it is confirmed. It belongs
/// to whoever made it, and may be for one customer alone.
/// </summary>
internal sealed class Reservation : AggregateRoot, IOwned
{
    /// <summary>How long units are kept when nobody says.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    /// <summary>No stock is kept from everybody for longer than this from now.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private readonly List<ReservationLine> _lines = [];

    private Reservation()
    {
    }

    public ReservationId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Warehouse { get; private set; } = "";

    /// <summary>What it is for, such as the number of a cart. No name of a person.</summary>
    public string? Reference { get; private set; }

    /// <summary>Who made it, a person or an application.</summary>
    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    /// <summary>For whose orders alone it is; null: for those of any customer.</summary>
    public Guid? CustomerId { get; private set; }

    public ReservationState State { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Until then the units are kept, and afterwards until the next run of the job that frees them.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<ReservationLine> Lines => _lines;

    /// <summary>Keeps all of the units or none of them.</summary>
    public static Reservation Make(IEnumerable<Units> wanted, ReservedFor reservedFor, DateTimeOffset expiresAt, LockedStock stock, DateTimeOffset now)
    {
        var reservation = new Reservation { Id = new ReservationId(Guid.CreateVersion7()), Warehouse = stock.Warehouse, MadeAt = now };
        (reservation.OwnerId, reservation.UnitId, reservation.CustomerId, reservation.Reference) = reservedFor;
        reservation.KeepUntil(expiresAt, now);
        var units = wanted.ToList();
        stock.RequireAvailable(units.Select(u => (u.ProductId, u.Sku, u.Quantity)));
        foreach (var product in units.GroupBy(u => (u.ProductId, u.Sku)))
        {
            var line = new ReservationLine(product.Key.ProductId, product.Key.Sku, product.Sum(u => u.Quantity));
            stock.Of(line.ProductId, line.Sku, line.Quantity).Reserve(line.Quantity);
            reservation._lines.Add(line);
        }

        reservation.Raise(new ReservationWasMade());
        return reservation;
    }

    public void Extend(DateTimeOffset expiresAt, DateTimeOffset now)
    {
        RequireActive();
        KeepUntil(expiresAt, now);
        Raise(new ReservationWasExtended());
    }

    public void Release(LockedStock stock, DateTimeOffset now)
    {
        RequireActive();
        foreach (var line in _lines) stock.Find(line.ProductId)?.EndReservation(line.Quantity);
        End(ReservationState.Released, now);
    }

    /// <summary>Frees the units when its time has passed; does nothing when somebody extended or ended it meanwhile.</summary>
    public bool Expire(LockedStock stock, DateTimeOffset now)
    {
        if (State != ReservationState.Active || now < ExpiresAt) return false;
        foreach (var line in _lines) stock.Find(line.ProductId)?.EndReservation(line.Quantity);
        End(ReservationState.Expired, now);
        return true;
    }

    /// <summary>
    /// Gives its units to an order that is confirmed in the same transaction; what the order does not want is free. One that has ended has
    /// nothing to give, and the order takes what is available to everybody.
    /// </summary>
    public void GiveTo(IReadOnlySet<ProductId> ordered, LockedStock stock, DateTimeOffset now)
    {
        if (State != ReservationState.Active) return;
        foreach (var line in _lines)
        {
            if (stock.Find(line.ProductId) is not { } level) continue;
            if (ordered.Contains(line.ProductId)) level.HandOver(line.Quantity);
            else level.EndReservation(line.Quantity);
        }

        End(ReservationState.Used, now);
    }

    /// <summary>Units of a product that it has to give now.</summary>
    public long KeepsOf(ProductId product) => State == ReservationState.Active ? _lines.Where(l => l.ProductId == product).Sum(l => (long)l.Quantity) : 0;

    private void KeepUntil(DateTimeOffset expiresAt, DateTimeOffset now)
    {
        if (expiresAt <= now || expiresAt > now + Longest) throw StockRules.ReservationTime.Broken((int)Longest.TotalDays);
        ExpiresAt = expiresAt;
    }

    private void End(ReservationState state, DateTimeOffset now)
    {
        (State, EndedAt) = (state, now);
        Raise(new ReservationEnded());
    }

    private void RequireActive()
    {
        if (State != ReservationState.Active) throw StockRules.ReservationEnded.Broken();
    }
}

/// <param name="OwnerId">Who makes it.</param>
/// <param name="UnitId">Of whom.</param>
/// <param name="CustomerId">Null: for orders of any customer.</param>
/// <param name="Reference">What it is for.</param>
internal sealed record ReservedFor(Guid? OwnerId, Guid? UnitId, Guid? CustomerId, string? Reference);

internal sealed class ReservationLine
{
    private ReservationLine()
    {
    }

    public ReservationLine(ProductId productId, string sku, int quantity) =>
        (Id, ProductId, Sku, Quantity) = (Guid.CreateVersion7(), productId, sku, quantity);

    public Guid Id { get; private set; }

    public ProductId ProductId { get; private set; }

    public string Sku { get; private set; } = "";

    public int Quantity { get; private set; }
}

internal enum ReservationState
{
    [Label("Active", "有效")]
    Active,
    [Label("Used by an order", "已转订单")]
    Used,
    [Label("Released", "已释放")]
    Released,
    [Label("Expired", "已过期")]
    Expired,
}

internal sealed record ReservationWasMade : DomainEvent;

internal sealed record ReservationWasExtended : DomainEvent;

internal sealed record ReservationEnded : DomainEvent;
