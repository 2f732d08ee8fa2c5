using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Catalogue;

namespace Crm.SalesOrders.Api;

/// <summary>An order in a list.</summary>
internal sealed record OrderRow(
    Guid Id,
    string Number,
    OrderCustomer Customer,
    string? CustomerReference,
    string Channel,
    Guid? SalespersonId,
    Guid? UnitId,
    OrderStatus Status,
    OrderState State,
    FulfilmentState Fulfilment,
    PaymentState Payment,
    DateTimeOffset PlacedAt,
    DateOnly OrderedOn,
    DateOnly? RequiredOn,
    DateOnly? ShippedOn,
    Money Net,
    Money Freight,
    Money Gross,
    DateTimeOffset? ArchivedAt,
    int Version)
{
    public static readonly Expression<Func<Order, OrderRow>> FromOrder = o => new OrderRow(
        o.Id.Value,
        o.Number,
        new OrderCustomer(o.CustomerId, o.Customer!.Code, o.Customer.Name),
        o.CustomerReference,
        o.Channel,
        o.OwnerId,
        o.UnitId,
        o.Status,
        o.State,
        o.Fulfilment,
        o.Payment,
        o.PlacedAt,
        o.OrderedOn,
        o.RequiredOn,
        o.ShippedOn,
        new Money(o.Net, o.Currency).Rounded(),
        new Money(o.Freight, o.Currency).Rounded(),
        new Money(o.Gross, o.Currency).Rounded(),
        o.ArchivedAt,
        o.Version);
}

/// <param name="Id">In Customers.</param>
/// <param name="Code">The company's own customer number.</param>
/// <param name="Name">Null once the person was erased.</param>
internal sealed record OrderCustomer(
    Guid Id, [property: MaskedAs(CustomerFields.Code)] string Code, [property: MaskedAs(CustomerFields.Name)] string? Name);

/// <summary>An order with its lines, shipments, acceptances and payments.</summary>
/// <param name="PaymentPolicy">Whether it goes further than it is paid.</param>
/// <param name="Net">Sum of the rounded nets of the lines.</param>
/// <param name="NetExact">Sum of the exact nets of the lines, up to eight decimals.</param>
/// <param name="Tax">Of lines and freight.</param>
/// <param name="Gross">What the customer pays: net, freight and tax.</param>
/// <param name="Invoicing">Derived from invoices and credit notes.</param>
/// <param name="IsSettled">Invoiced in full, and nothing is owed by either side.</param>
/// <param name="CompanyCurrency">In which the company keeps its books.</param>
/// <param name="CompanyRate">Its units for one unit of the order's currency, frozen when the order is confirmed; null: not known.</param>
/// <param name="CompanyGross">What the gross is worth to the company.</param>
/// <param name="Authorised">Allowed by the customer to be taken, and not taken yet.</param>
/// <param name="Paid">Captured, less what the bank took back.</param>
/// <param name="Refunded">Paid back.</param>
/// <param name="Credited">No longer owed: granted for returned goods, shipping or goodwill.</param>
/// <param name="Balance">What is still to be paid; negative when too much came in.</param>
/// <param name="ArchivedAt">When it was put away.</param>
/// <param name="OpportunityId">The won opportunity that it was written for.</param>
/// <param name="ExternalRefs">Its keys in other systems.</param>
internal sealed record OrderView(
    Guid Id,
    string Number,
    OrderCustomer Customer,
    string? CustomerReference,
    string Channel,
    Guid? SalespersonId,
    Guid? UnitId,
    OrderStatus Status,
    OrderState State,
    FulfilmentState Fulfilment,
    PaymentState Payment,
    InvoicingState Invoicing,
    bool IsSettled,
    DateTimeOffset PlacedAt,
    DateOnly OrderedOn,
    DateOnly? RequiredOn,
    DateOnly? ShippedOn,
    DateOnly? CancelledOn,
    string? CancelReason,
    string Warehouse,
    Guid? ReservationId,
    bool AllowBackOrder,
    PaymentPolicy PaymentPolicy,
    OrderContent.Address ShipTo,
    Money Discount,
    Money Net,
    decimal NetExact,
    Money Freight,
    Money Tax,
    Money Gross,
    string? CompanyCurrency,
    decimal? CompanyRate,
    Money? CompanyGross,
    Money Authorised,
    Money Paid,
    Money Refunded,
    Money Credited,
    Money Balance,
    DateTimeOffset? ArchivedAt,
    Guid? OpportunityId,
    IReadOnlyList<ExternalRef> ExternalRefs,
    IReadOnlyList<OrderLineView> Lines,
    IReadOnlyList<ShipmentView> Shipments,
    IReadOnlyList<AcceptanceView> Acceptances,
    IReadOnlyList<PaymentView> Payments,
    int Version)
{
    public static OrderView Of(
        ShownOrder shown, IReadOnlyList<ShipmentView> shipments, IReadOnlyList<AcceptanceView> acceptances, IReadOnlyList<PaymentView> payments)
    {
        var o = shown.Order;
        return new OrderView(
            o.Id.Value, o.Number, new OrderCustomer(o.CustomerId, shown.CustomerCode, shown.CustomerName), o.CustomerReference, o.Channel, o.OwnerId, o.UnitId,
            o.Status, o.State, o.Fulfilment, o.Payment, o.Invoicing, o.IsSettled, o.PlacedAt, o.OrderedOn, o.RequiredOn, o.ShippedOn, o.CancelledOn, o.CancelReason, o.Warehouse,
            o.ReservationId, o.AllowsBackOrder, o.PaymentPolicy,
            OrderContent.Address.Of(o.ShipTo),
            Amount(o.Discount), Amount(o.Net), o.NetExact, Amount(o.Freight), Amount(o.Tax), Amount(o.Gross),
            o.CompanyCurrency, o.CompanyRate, o.Worth(o.Gross) is { } worth ? new Money(worth, o.CompanyCurrency!) : null,
            Amount(o.Authorised), Amount(o.Paid), Amount(o.Refunded), Amount(o.Credited), Amount(o.Balance), o.ArchivedAt, o.OpportunityId, shown.ExternalRefs,
            [.. o.Lines.OrderBy(l => l.Position).Select(l => OrderLineView.Of(l, o.Currency))], shipments, acceptances, payments, o.Version);

        Money Amount(decimal amount) => new Money(amount, o.Currency).Rounded();
    }
}

/// <param name="Id">To name the line by when shipping.</param>
/// <param name="Position">From 1.</param>
/// <param name="ProductId">What was sold.</param>
/// <param name="Sku">Its number then.</param>
/// <param name="ProductName">Its name then.</param>
/// <param name="Category">Its category then.</param>
/// <param name="Unit">What one of it is.</param>
/// <param name="Quantity">Units ordered.</param>
/// <param name="ListPrice">Per unit, up to eight decimals; null: there was none.</param>
/// <param name="UnitPrice">Before discount, up to eight decimals.</param>
/// <param name="DiscountRate">Fraction from 0 to 1.</param>
/// <param name="PromotionDiscount">What promotions on the line took off, up to eight decimals.</param>
/// <param name="DiscountShare">The line's share of what was taken off the order as a whole.</param>
/// <param name="NetExact">Up to eight decimals.</param>
/// <param name="Net">Rounded to the currency's digits, half away from zero.</param>
/// <param name="TaxRate">Fraction.</param>
/// <param name="Tax">On the net.</param>
/// <param name="UnitCost">Of which margins are reckoned, per unit; frozen with the price.</param>
/// <param name="CostKind">Whether that was the current cost or, where that was not known, the standard cost of the product.</param>
/// <param name="IsGift">Given along for nothing.</param>
/// <param name="Allocated">Units in the warehouse that are promised to the line.</param>
/// <param name="IsService">Accepted by the customer instead of being shipped.</param>
/// <param name="IsStocked">Its units are counted in warehouses.</param>
/// <param name="Shipped">Units that left and were not lost; of a service, units that were accepted.</param>
/// <param name="Delivered">Units that are known to have arrived.</param>
/// <param name="Cancelled">Units that were taken back.</param>
/// <param name="NotGiven">Units of a gift that were not there.</param>
/// <param name="BackOrdered">Units that are still to be shipped and not in stock.</param>
internal sealed record OrderLineView(
    Guid Id,
    int Position,
    Guid ProductId,
    string Sku,
    string ProductName,
    string? Category,
    string? Unit,
    int Quantity,
    decimal? ListPrice,
    decimal UnitPrice,
    decimal DiscountRate,
    decimal PromotionDiscount,
    decimal DiscountShare,
    decimal NetExact,
    Money Net,
    decimal TaxRate,
    Money Tax,
    [property: MaskedAs(ProductContent.CostField)] decimal? UnitCost,
    CostKind? CostKind,
    bool IsGift,
    int Allocated,
    bool IsService,
    bool IsStocked,
    int Shipped,
    int Delivered,
    int Cancelled,
    int NotGiven,
    int BackOrdered)
{
    public static OrderLineView Of(OrderLine l, string currency) => new(
        l.Id, l.Position, l.ProductId.Value, l.Sku, l.ProductName, l.Category, l.Unit, l.Quantity, l.ListPrice, l.UnitPrice, l.DiscountRate,
        l.PromotionDiscount, l.DiscountShare, l.NetExact, new Money(l.Net, currency).Rounded(), l.TaxRate, new Money(l.Tax, currency).Rounded(), l.UnitCost, l.CostKind,
        l.IsGift, l.Allocated, l.IsService, l.IsStocked, l.Shipped, l.Delivered, l.Cancelled, l.NotGiven, l.BackOrdered);
}

internal sealed record ShipmentView(
    Guid Id, ShipmentState State, DateOnly ShippedOn, DateOnly? DeliveredOn, DateOnly? LostOn, string? Carrier, string? TrackingNumber, IReadOnlyList<ShipmentLineView> Lines)
{
    public static readonly Expression<Func<Shipment, ShipmentView>> FromShipment = s => new ShipmentView(
        s.Id,
        s.LostOn != null ? ShipmentState.Lost : s.DeliveredOn != null ? ShipmentState.Delivered : ShipmentState.OnItsWay,
        s.ShippedOn,
        s.DeliveredOn,
        s.LostOn,
        s.Carrier,
        s.TrackingNumber,
        s.Lines.Select(l => new ShipmentLineView(l.LineId, l.ProductId.Value, l.Quantity)).ToList());
}

internal sealed record ShipmentLineView(Guid LineId, Guid ProductId, int Quantity);

/// <param name="AcceptedBy">Who said so for the customer.</param>
internal sealed record AcceptanceView(Guid Id, DateOnly AcceptedOn, string? AcceptedBy, string? Note, IReadOnlyList<ShipmentLineView> Lines)
{
    public static readonly Expression<Func<Acceptance, AcceptanceView>> FromAcceptance = a => new AcceptanceView(
        a.Id, a.AcceptedOn, a.AcceptedBy, a.Note, a.Lines.Select(l => new ShipmentLineView(l.LineId, l.ProductId.Value, l.Quantity)).ToList());
}

/// <param name="Id">Of the entry.</param>
/// <param name="PaymentId">Of the payment it belongs to.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Amount">More than zero.</param>
/// <param name="PaidOn">Business date.</param>
/// <param name="Method">Such as <c>transfer</c> or <c>card</c>.</param>
/// <param name="Reference">What the bank or the provider calls it.</param>
internal sealed record PaymentView(Guid Id, Guid PaymentId, PaymentEntryKind Kind, Money Amount, DateOnly PaidOn, string? Method, string? Reference);

/// <summary>What may be done to an order now, and why the rest may not.</summary>
/// <param name="Action">The last part of its address.</param>
/// <param name="IsPossible">Now.</param>
/// <param name="Code">The rule that forbids it.</param>
/// <param name="Reason">In the caller's language.</param>
internal sealed record TransitionView(OrderAction Action, bool IsPossible, string? Code, string? Reason)
{
    public static TransitionView Of(Order order, OrderAction action, DateOnly today, Language language)
    {
        var rule = order.WhyNot(action, today);
        return new TransitionView(action, rule is null, rule?.Code, rule?.Text.In(language));
    }
}
