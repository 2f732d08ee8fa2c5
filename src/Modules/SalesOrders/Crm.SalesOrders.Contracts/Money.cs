using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Contracts;

/// <summary>A customer allowed money to be taken for an order; nothing came in yet.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="PaymentId">Which entry of which payment; the id of what is captured later is another.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="Amount">In the order's currency, rounded to its digits.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="AuthorisedOn">Business date.</param>
[EventName("sales-orders.payment-authorised.v1")]
public sealed record PaymentAuthorisedV1(
    Guid OrderId, Guid PaymentId, Guid CustomerId, decimal Amount, string Currency, DateOnly AuthorisedOn) : IIntegrationEvent;

/// <summary>A payment provider could not take money for an order.</summary>
/// <inheritdoc cref="PaymentAuthorisedV1"/>
[EventName("sales-orders.payment-failed.v1")]
public sealed record PaymentFailedV1(
    Guid OrderId, Guid PaymentId, Guid CustomerId, decimal Amount, string Currency, DateOnly FailedOn) : IIntegrationEvent;

/// <summary>A bank took back money that had come in for an order.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="PaymentId">Which entry of which payment.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="Amount">In the order's currency, rounded to its digits.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="ChargedBackOn">Business date.</param>
/// <param name="BalanceAfter">What the order still owes; negative when overpaid.</param>
[EventName("sales-orders.payment-charged-back.v1")]
public sealed record PaymentChargedBackV1(
    Guid OrderId, Guid PaymentId, Guid CustomerId, decimal Amount, string Currency, DateOnly ChargedBackOn, decimal BalanceAfter) : IIntegrationEvent;

/// <summary>Money for an order went back to the customer.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="RefundId">Which refund.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="Amount">What was paid back; less than lines, freight and goodwill together where goods came back that had not been paid.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="SettledOn">Business date.</param>
/// <param name="BalanceAfter">What the order still owes; negative when overpaid.</param>
/// <param name="Freight">Credited of the freight.</param>
/// <param name="Goodwill">Credited without anything coming back.</param>
/// <param name="Lines">Units that were credited.</param>
[EventName("sales-orders.refund-settled.v1")]
public sealed record RefundSettledV1(
    Guid OrderId,
    Guid RefundId,
    Guid CustomerId,
    decimal Amount,
    string Currency,
    DateOnly SettledOn,
    decimal BalanceAfter,
    decimal Freight,
    decimal Goodwill,
    IReadOnlyList<RefundedLineV1> Lines) : IIntegrationEvent;

/// <param name="LineId">Line of the order.</param>
/// <param name="ProductId">What was credited.</param>
/// <param name="Quantity">Units.</param>
/// <param name="Amount">Their part of the line's net and tax, in whole digits of the currency.</param>
public sealed record RefundedLineV1(Guid LineId, Guid ProductId, int Quantity, decimal Amount);

/// <summary>For a confirmed order another amount is owed than before, though it was neither changed nor cancelled.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="Cause"><c>refund</c>: a credit was granted, or one was taken back; <c>writeOff</c>: nobody expects the money; <c>recovery</c>: it is expected again.</param>
/// <param name="DocumentId">Of the refund, write-off or recovery.</param>
/// <param name="Owed">What it comes to now: gross less credits, in whole digits of the currency.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="On">Business date of a write-off or recovery; a credit counts from the day on which it is told.</param>
[EventName("sales-orders.order-owed-changed.v1")]
public sealed record OrderOwedChangedV1(
    Guid OrderId, Guid CustomerId, string Cause, Guid DocumentId, decimal Owed, string Currency, DateOnly? On) : IIntegrationEvent;
