using Crm.BuildingBlocks;
using Crm.Pricing;

namespace Crm.SalesOrders.Domain;

/// <summary>An order of a customer. Its state is typed by nobody: it follows from what was done to it.</summary>
/// <remarks>Invariants: gross = sum of the lines' nets + freight + tax; owed - paid + refunded = balance; one currency.</remarks>
internal sealed partial class Order : AggregateRoot, IOwned, IDeletable
{
    private readonly List<OrderLine> _lines = [];
    private readonly List<Shipment> _shipments = [];

    private Order()
    {
    }

    public OrderId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Number { get; private set; } = "";

    [PersonKey]
    public Guid CustomerId { get; private set; }

    /// <summary>Only there when a query asks for it.</summary>
    public CustomerCopy? Customer { get; private set; }

    /// <summary>What the customer calls the order.</summary>
    [PersonalInCopies]
    public string? CustomerReference { get; private set; }

    /// <summary>Code.</summary>
    public string Channel { get; private set; } = "";

    /// <summary>The salesperson, to whom the sale is credited.</summary>
    public Guid? OwnerId { get; private set; }

    public Guid? UnitId { get; private set; }

    /// <summary>Of the customer, when it was written.</summary>
    public Guid? TerritoryId { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Business date by which reports count it.</summary>
    public DateOnly OrderedOn { get; private set; }

    public DateOnly? RequiredOn { get; private set; }

    public DateTimeOffset PlacedAt { get; private set; }

    public ShipTo ShipTo { get; private set; } = ShipTo.Nowhere;

    /// <summary>Code of the warehouse that serves it.</summary>
    public string Warehouse { get; private set; } = Warehouses.Default;

    /// <summary>The reservation whose units it takes when it is confirmed.</summary>
    public Guid? ReservationId { get; private set; }

    /// <summary>Confirming takes what is there; the rest waits for goods to come in.</summary>
    public bool AllowsBackOrder { get; private set; }

    public decimal Freight { get; private set; }

    /// <summary>An amount off the whole order, contained in the nets of the lines.</summary>
    public decimal Discount { get; private set; }

    /// <summary>Sum of the rounded nets of the lines.</summary>
    public decimal Net { get; private set; }

    /// <summary>Sum of the exact nets of the lines, up to eight decimals.</summary>
    public decimal NetExact { get; private set; }

    /// <summary>What the customer pays: net, freight and tax.</summary>
    public decimal Gross { get; private set; }

    /// <summary>Captured, less what the bank took back.</summary>
    public decimal Paid { get; private set; }

    /// <summary>What is still to be paid; negative when more came in than is owed.</summary>
    public decimal Balance => Owed - Paid + Refunded;

    public OrderState State { get; private set; }

    public FulfilmentState Fulfilment { get; private set; }

    public PaymentState Payment { get; private set; }

    public InvoicingState Invoicing { get; private set; }

    public OrderStatus Status { get; private set; }

    /// <summary>Business date on which goods left last, also where they were lost.</summary>
    public DateOnly? ShippedOn { get; private set; }

    public DateOnly? CancelledOn { get; private set; }

    [PersonalInCopies]
    public string? CancelReason { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyList<OrderLine> Lines => _lines;

    /// <summary>Only those that were added since the order was loaded: they are never loaded to be changed.</summary>
    public IReadOnlyCollection<Shipment> Shipments => _shipments;

    private static Order New(string number, OrderTerms terms, DateTimeOffset placedAt)
    {
        var order = new Order { Id = new OrderId(Guid.CreateVersion7()), Number = number, PlacedAt = placedAt };
        order.Take(terms);
        return order;
    }

    /// <summary>Numbers an order that was made without one; what has a number keeps it.</summary>
    public void TakeNumber(string number) => Number = Number.Length == 0 ? number : throw new InvalidOperationException($"{Number} has a number already.");

    private void Take(OrderTerms terms)
    {
        (CustomerId, CustomerReference, Channel, OwnerId, UnitId) = (terms.CustomerId, terms.CustomerReference, terms.Channel, terms.OwnerId, terms.UnitId);
        TerritoryId = terms.TerritoryId;
        (Currency, OrderedOn, RequiredOn, ShipTo) = (terms.Currency, terms.OrderedOn, terms.RequiredOn, terms.ShipTo);
        (Warehouse, ReservationId, AllowsBackOrder, PaymentPolicy) = (terms.Warehouse, terms.ReservationId, terms.AllowsBackOrder, terms.PaymentPolicy);
        (Freight, Discount) = (terms.Freight, terms.Discount);
        if (!HasMoney || CompanyRate is null) (CompanyCurrency, CompanyRate) = (terms.Rate?.Currency, terms.Rate?.Rate);
        (ApprovedAt, IsCreditAllowed) = (null, false);
        Price(terms);
        Derive();
    }

    private void Price(OrderTerms terms)
    {
        if (terms.Priced is { } priced)
        {
            Take(priced, terms);
            return;
        }

        _lines.Clear();
        _lines.AddRange(LinesOf(terms));
        Net = _lines.Sum(l => l.Net);
        NetExact = _lines.Sum(l => l.NetExact);
        Gross = Net + Freight;
        FreightAsked = Freight;
    }

    /// <summary>The lines of an order that says this, and its gifts behind them.</summary>
    public static IReadOnlyList<OrderLine> LinesOf(OrderTerms terms)
    {
        if (terms.Priced is { } priced)
            return [.. terms.Lines.Select((line, i) => new OrderLine(i + 1, line, priced.Lines[i])), .. terms.Gifts.Select((gift, i) => OrderLine.Gift(terms.Lines.Count + i + 1, gift))];
        var (nets, shares) = OwnPrices(terms, terms.Currency, terms.Discount);
        return [.. terms.Lines.Select((line, i) => new OrderLine(i + 1, line, nets[i], shares[i]))];
    }

    // Of an order that came from elsewhere with prices of its own: it bears no tax.
    private static (IReadOnlyList<LineNet> Nets, IReadOnlyList<decimal> Shares) OwnPrices(OrderTerms terms, string currency, decimal discount)
    {
        var nets = terms.Lines.Select(l => LineNet.Of(l.Quantity, l.UnitPrice, l.DiscountRate, currency)).ToList();
        var total = nets.Sum(n => n.Rounded);
        if (total > Limits.LargestNet) throw SalesOrdersRules.AmountTooLarge.Broken(Limits.LargestNet);
        if (discount > total) throw SalesOrdersRules.DiscountTooLarge.Broken(discount, total);
        return (nets, Allocation.ByLargestRemainder(discount, [.. nets.Select(n => n.Rounded)], Currencies.Digits(currency)));
    }

    /// <summary>What the states follow to from everything else that the order says.</summary>
    public OrderStates DerivedStates()
    {
        // Whether units are called off is open while a refund is not decided.
        var state = State == OrderState.Confirmed && IsFullyShipped && Balance <= 0m && CreditReserved == 0m ? OrderState.Completed : State;
        var fulfilment = FulfilmentFromFacts();
        var status = state switch
        {
            OrderState.Draft => OrderStatus.Draft,
            OrderState.Quoted => OrderStatus.Quoted,
            OrderState.Submitted or OrderState.PendingApproval => OrderStatus.Pending,
            OrderState.Expired => OrderStatus.Expired,
            OrderState.Confirmed or OrderState.Completed when fulfilment == FulfilmentState.Returned => OrderStatus.Returned,
            OrderState.Confirmed => IsFullyDelivered ? OrderStatus.Delivered : IsFullyShipped ? OrderStatus.Shipped : OrderStatus.Confirmed,
            OrderState.Completed => OrderStatus.Completed,
            _ => OrderStatus.Cancelled,
        };
        return new OrderStates(state, fulfilment, PaymentFromFacts(), InvoicingFromFacts(), status);
    }

    private void Derive()
    {
        (State, Fulfilment, Payment, Invoicing, Status) = DerivedStates();
        StayArchivedOnlyAtRest();
    }
}

/// <summary>Everything about an order that is typed by nobody.</summary>
internal readonly record struct OrderStates(OrderState State, FulfilmentState Fulfilment, PaymentState Payment, InvoicingState Invoicing, OrderStatus Status);
