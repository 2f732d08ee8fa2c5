using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Contracts;

/// <summary>
/// Everything was shipped or accepted, and paid. Told again where the order was reopened in between, which it is when goods are to be sent
/// again; what the bank takes back later is told of the payment, and of the order where it was settled.
/// </summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Number">Human number.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="Owed">What it came to in the end: gross less credits, in whole digits of the currency.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="ShippedOn">Business date on which goods left last; null: services alone.</param>
[EventName("sales-orders.order-completed.v1")]
public sealed record OrderCompletedV1(Guid OrderId, string Number, Guid CustomerId, decimal Owed, string Currency, DateOnly? ShippedOn) : IIntegrationEvent;

/// <summary>Everything is invoiced and neither side owes anything. Told again where the order was reopened in between.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Number">Human number.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="Owed">What it came to in the end: gross less credits, in whole digits of the currency.</param>
/// <param name="WrittenOff">Of the credits, what nobody expects to be paid.</param>
/// <param name="Currency">ISO 4217.</param>
[EventName("sales-orders.order-settled.v1")]
public sealed record OrderSettledV1(Guid OrderId, string Number, Guid CustomerId, decimal Owed, decimal WrittenOff, string Currency) : IIntegrationEvent;

/// <summary>What was told of the end of an order holds no more: goods are to be sent again, or money is owed again.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Number">Human number.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="IsCompleted">It is completed all the same.</param>
/// <param name="IsSettled">It is settled all the same.</param>
[EventName("sales-orders.order-reopened.v1")]
public sealed record OrderReopenedV1(Guid OrderId, string Number, Guid CustomerId, bool IsCompleted, bool IsSettled) : IIntegrationEvent;

/// <summary>A binding order uses a promotion. The redeemed less the released are the running total of a promotion or of a coupon.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Who buys.</param>
/// <param name="Code">Of the promotion.</param>
/// <param name="Version">Which version gave something.</param>
/// <param name="Coupon">The code by which the customer had it.</param>
/// <param name="Amount">What it took off, in whole digits of the currency; 0 for gifts.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="OrderedOn">Business date of the order.</param>
[EventName("sales-orders.promotion-redeemed.v1")]
public sealed record PromotionRedeemedV1(
    Guid OrderId, Guid CustomerId, string Code, int Version, string? Coupon, decimal Amount, string Currency, DateOnly OrderedOn) : IIntegrationEvent;

/// <summary>An order gives back what it used of a promotion: it was cancelled, or changed and uses it differently.</summary>
/// <inheritdoc cref="PromotionRedeemedV1"/>
[EventName("sales-orders.promotion-released.v1")]
public sealed record PromotionReleasedV1(
    Guid OrderId, Guid CustomerId, string Code, int Version, string? Coupon, decimal Amount, string Currency, DateOnly OrderedOn) : IIntegrationEvent;
