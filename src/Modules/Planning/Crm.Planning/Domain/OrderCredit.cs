namespace Crm.Planning.Domain;

/// <summary>What an order counts for.</summary>
/// <param name="Orders">One, or none.</param>
/// <param name="Units">Sum of the quantities of its lines.</param>
/// <param name="NetSales">Sum of the rounded nets of its lines, in its currency.</param>
internal readonly record struct SalesAmount(long Orders, long Units, decimal NetSales)
{
    public static readonly SalesAmount None;

    public decimal Of(TargetMetric metric) => metric switch
    {
        TargetMetric.Orders => Orders,
        TargetMetric.Units => Units,
        _ => NetSales,
    };

    public static SalesAmount operator +(SalesAmount left, SalesAmount right) =>
        new(left.Orders + right.Orders, left.Units + right.Units, left.NetSales + right.NetSales);

    public static SalesAmount operator -(SalesAmount left, SalesAmount right) =>
        new(left.Orders - right.Orders, left.Units - right.Units, left.NetSales - right.NetSales);
}

/// <summary>Under what an order is counted.</summary>
/// <param name="SalespersonKey">The person it is credited to; <see cref="Guid.Empty"/> when nobody is.</param>
internal readonly record struct CreditKey(string Currency, DateOnly Month, Guid SalespersonKey, string Channel);

/// <summary>An order as it was confirmed, as far as plans are concerned.</summary>
internal sealed record ConfirmedSale(
    string Number, DateOnly OrderedOn, Guid? SalespersonId, Guid? UnitId, string Channel, string Currency, decimal Net, long Units);

/// <summary>
/// One order and what it counts for. What it says depends on which events of the order have arrived, never on the order of their arrival:
/// the confirmation with the greatest position holds, and a cancellation is final.
/// </summary>
internal sealed class OrderCredit
{
    private OrderCredit()
    {
    }

    /// <summary>The set of figures it belongs to: the live one or one that is being rebuilt.</summary>
    public int Generation { get; private set; }

    public Guid OrderId { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>The day by which it counts; the day of the cancellation while no confirmation has arrived.</summary>
    public DateOnly OrderedOn { get; private set; }

    public DateOnly Month { get; private set; }

    public Guid? SalespersonId { get; private set; }

    /// <summary>The unit the order was confirmed under: decides who sees the order, not what it counts for.</summary>
    public Guid? UnitId { get; private set; }

    public string Channel { get; private set; } = "";

    public string Currency { get; private set; } = "";

    public decimal Net { get; private set; }

    public long Units { get; private set; }

    /// <summary>Position of the confirmation in the order's stream; 0 while none has arrived.</summary>
    public int ConfirmedAt { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>Confirmed and not cancelled.</summary>
    public bool IsCounted { get; private set; }

    public CreditKey CountsUnder => new(Currency, Month, SalespersonId ?? Guid.Empty, Channel);

    public SalesAmount CountsFor => IsCounted ? new SalesAmount(1, Units, Net) : SalesAmount.None;

    public static OrderCredit Of(Guid orderId, int generation) => new() { OrderId = orderId, Generation = generation };

    public void Confirm(int position, ConfirmedSale sale)
    {
        if (position <= ConfirmedAt) return;
        ConfirmedAt = position;
        (Number, Channel, Currency, Net, Units) = (sale.Number, sale.Channel, sale.Currency, sale.Net, sale.Units);
        (SalespersonId, UnitId) = (sale.SalespersonId, sale.UnitId);
        (OrderedOn, Month) = (sale.OrderedOn, Months.Of(sale.OrderedOn));
        IsCounted = !IsCancelled;
    }

    /// <summary>Takes the order back in the month in which it was counted, however late it is cancelled.</summary>
    public void Cancel(DateOnly cancelledOn)
    {
        IsCancelled = true;
        IsCounted = false;
        if (ConfirmedAt == 0) (OrderedOn, Month) = (cancelledOn, Months.Of(cancelledOn));
    }
}

/// <summary>The sum of the counted orders of a month, a person, a channel and a currency: what figures are read from.</summary>
internal sealed class MonthlySales
{
    private MonthlySales()
    {
    }

    /// <inheritdoc cref="OrderCredit.Generation"/>
    public int Generation { get; private set; }

    public string Currency { get; private set; } = "";

    public DateOnly Month { get; private set; }

    /// <inheritdoc cref="CreditKey"/>
    public Guid SalespersonKey { get; private set; }

    public string Channel { get; private set; } = "";

    public long Orders { get; private set; }

    public long Units { get; private set; }

    public decimal NetSales { get; private set; }

    public CreditKey Key => new(Currency, Month, SalespersonKey, Channel);

    public SalesAmount Amount => new(Orders, Units, NetSales);

    public static MonthlySales Of(CreditKey key, int generation) => new()
    {
        Generation = generation,
        Currency = key.Currency,
        Month = key.Month,
        SalespersonKey = key.SalespersonKey,
        Channel = key.Channel,
    };

    public void Add(SalesAmount amount) => (Orders, Units, NetSales) = (Orders + amount.Orders, Units + amount.Units, NetSales + amount.NetSales);
}
