using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Contracts;

/// <summary>A customer was told what an order would cost; told again where the quote was sent anew.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Number">Human number.</param>
/// <param name="CustomerId">Who was told.</param>
/// <param name="ValidUntil">The last day on which it can be accepted.</param>
/// <param name="Gross">What the customer would pay, rounded to the currency's digits.</param>
/// <param name="Currency">ISO 4217.</param>
[EventName("sales-orders.order-quoted.v1")]
public sealed record OrderQuotedV1(Guid OrderId, string Number, Guid CustomerId, DateOnly ValidUntil, decimal Gross, string Currency) : IIntegrationEvent;

/// <summary>An order was placed and waits to be confirmed.</summary>
[EventName("sales-orders.order-submitted.v1")]
public sealed record OrderSubmittedV1(Guid OrderId, string Number, Guid CustomerId, DateOnly OrderedOn) : IIntegrationEvent;

/// <summary>An order is binding: prices are frozen and stock is taken. Carries the whole order.</summary>
[EventName("sales-orders.order-confirmed.v1")]
public sealed record OrderConfirmedV1(Guid OrderId, OrderStateV1 Order) : IIntegrationEvent;

/// <summary>A confirmed order says something else. Carries the whole order as it is now, and replaces what was said of it before.</summary>
[EventName("sales-orders.order-changed.v1")]
public sealed record OrderChangedV1(Guid OrderId, OrderStateV1 Order, Guid ChangeId) : IIntegrationEvent;

/// <summary>An order that had not been shipped was taken back; its stock is free again.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="WasConfirmed">Whether it had been confirmed, and so counted, before.</param>
/// <param name="CancelledOn">Business date.</param>
/// <param name="Reason">As it was given, possibly about a person: null once the customer was erased.</param>
/// <param name="CustomerId">Who had bought.</param>
[EventName("sales-orders.order-cancelled.v1")]
public sealed record OrderCancelledV1(
    Guid OrderId, bool WasConfirmed, DateOnly CancelledOn, [Personal] string? Reason, [PersonKey] Guid? CustomerId = null) : IIntegrationEvent;

/// <summary>Goods left the warehouse.</summary>
[EventName("sales-orders.shipment-dispatched.v1")]
public sealed record ShipmentDispatchedV1(
    Guid OrderId, Guid ShipmentId, string? Carrier, DateOnly ShippedOn, IReadOnlyList<ShippedLineV1> Lines, bool IsOrderFullyShipped) : IIntegrationEvent;

/// <param name="LineId">Line of the order.</param>
/// <param name="ProductId">What was shipped.</param>
/// <param name="Quantity">Units in this shipment.</param>
public sealed record ShippedLineV1(Guid LineId, Guid ProductId, int Quantity);

/// <summary>Goods reached the customer.</summary>
[EventName("sales-orders.shipment-delivered.v1")]
public sealed record ShipmentDeliveredV1(Guid OrderId, Guid ShipmentId, Guid CustomerId, DateOnly DeliveredOn, bool IsOrderFullyDelivered) : IIntegrationEvent;

/// <summary>Goods did not reach the customer: they are gone, and as many are to be shipped again.</summary>
[EventName("sales-orders.shipment-lost.v1")]
public sealed record ShipmentLostV1(Guid OrderId, Guid ShipmentId, Guid CustomerId, DateOnly LostOn, IReadOnlyList<ShippedLineV1> Lines) : IIntegrationEvent;

/// <summary>The customer accepted services.</summary>
[EventName("sales-orders.service-accepted.v1")]
public sealed record ServiceAcceptedV1(
    Guid OrderId, Guid AcceptanceId, Guid CustomerId, DateOnly AcceptedOn, IReadOnlyList<ShippedLineV1> Lines, bool IsOrderFullyFulfilled) : IIntegrationEvent;

/// <summary>Money for an order came in.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="PaymentId">Which payment.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="Amount">In the order's currency, rounded to its digits.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="PaidOn">Business date.</param>
/// <param name="BalanceAfter">What the order still owes; negative when overpaid.</param>
[EventName("sales-orders.payment-captured.v1")]
public sealed record PaymentCapturedV1(
    Guid OrderId, Guid PaymentId, Guid CustomerId, decimal Amount, string Currency, DateOnly PaidOn, decimal BalanceAfter) : IIntegrationEvent;

/// <summary>An order as it was sold.</summary>
/// <param name="Number">Human number.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="Channel">Code of the channel, such as <c>web</c>.</param>
/// <param name="SalespersonId">The user the sale is credited to.</param>
/// <param name="UnitId">Org unit of the sale.</param>
/// <param name="Currency">Of every amount of the order.</param>
/// <param name="OrderedOn">Business date by which reports count it.</param>
/// <param name="ShipToCountry">ISO 3166-1 alpha-2; null: not known.</param>
/// <param name="ShipToRegion">State or province.</param>
/// <param name="Freight">Charged for shipping, rounded to the currency's digits.</param>
/// <param name="Net">Sum of the rounded nets of the lines; freight not included.</param>
/// <param name="NetExact">Sum of the exact nets of the lines.</param>
/// <param name="Gross">What the customer pays: nets, tax and freight.</param>
/// <param name="Lines">At least one.</param>
/// <param name="Tax">Of lines and freight, in whole digits of the currency.</param>
/// <param name="PricesIncludeTax">Whether unit prices and discounts contain tax; nets never do.</param>
/// <param name="Promotions">Promotions that gave something; null: none. A cancellation gives them back.</param>
/// <param name="CompanyCurrency">In which the company keeps its books; null where nobody said.</param>
/// <param name="CompanyRate">Its units for one unit of the order's currency, frozen, up to eight decimals; null where no rate was known.</param>
/// <param name="TerritoryId">Of the customer, when the order was written.</param>
/// <param name="OpportunityId">The won opportunity that it was written for.</param>
/// <param name="Priced">What it was priced by; null where it came with prices of its own.</param>
public sealed record OrderStateV1(
    string Number,
    Guid CustomerId,
    string Channel,
    Guid? SalespersonId,
    Guid? UnitId,
    string Currency,
    DateOnly OrderedOn,
    string? ShipToCountry,
    string? ShipToRegion,
    decimal Freight,
    decimal Net,
    decimal NetExact,
    decimal Gross,
    IReadOnlyList<OrderLineV1> Lines,
    decimal Tax = 0m,
    bool PricesIncludeTax = false,
    IReadOnlyList<RedeemedPromotionV1>? Promotions = null,
    string? CompanyCurrency = null,
    decimal? CompanyRate = null,
    Guid? TerritoryId = null,
    Guid? OpportunityId = null,
    OrderPricedV1? Priced = null);

/// <param name="Code">Of the promotion.</param>
/// <param name="Version">Which version gave something.</param>
/// <param name="Coupon">The code by which the customer had it.</param>
/// <param name="Amount">What it took off, in whole digits of the currency; 0 for gifts.</param>
public sealed record RedeemedPromotionV1(string Code, int Version, string? Coupon, decimal Amount);

/// <param name="LineId">Within the order.</param>
/// <param name="ProductId">What was sold.</param>
/// <param name="Sku">Its number then.</param>
/// <param name="ProductName">Its name then.</param>
/// <param name="Category">Its category then.</param>
/// <param name="Quantity">Units, at least one.</param>
/// <param name="UnitPrice">Before discount, up to eight decimals.</param>
/// <param name="DiscountRate">Fraction from 0 to 1.</param>
/// <param name="NetExact">quantity x unit price x (1 - discount) less promotions and the share of the order's discount, without tax, unrounded, up to eight decimals.</param>
/// <param name="Net">The same, rounded to the currency's digits before the share is taken off, half away from zero.</param>
/// <param name="Cost">Cost of the line's goods, where known.</param>
/// <param name="OrderDiscount">The line's share of what was taken off the whole order, in whole digits of the currency.</param>
/// <param name="PromotionDiscount">What promotions on the line took off, up to eight decimals.</param>
/// <param name="TaxRate">Fraction.</param>
/// <param name="Tax">On the net, in whole digits of the currency.</param>
/// <param name="IsGift">Given along for nothing.</param>
/// <param name="IsService">Accepted by the customer instead of being shipped.</param>
public sealed record OrderLineV1(
    Guid LineId,
    Guid ProductId,
    string Sku,
    string ProductName,
    string? Category,
    int Quantity,
    decimal UnitPrice,
    decimal DiscountRate,
    decimal NetExact,
    decimal Net,
    decimal? Cost,
    decimal OrderDiscount = 0m,
    decimal PromotionDiscount = 0m,
    decimal TaxRate = 0m,
    decimal Tax = 0m,
    bool IsGift = false,
    bool IsService = false);
