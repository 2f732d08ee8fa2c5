using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Contracts;

/// <summary>An order must not go on: somebody stopped it, or others have to agree to its confirmation first.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Number">Human number.</param>
/// <param name="CustomerId">Who buys.</param>
/// <param name="Reasons"><c>manual</c>, <c>discount</c>, <c>margin</c>, <c>value</c>, <c>duplicateReference</c> or <c>credit</c>, of the holds that were added.</param>
/// <param name="NeedsApproval">Others have to agree to its confirmation.</param>
[EventName("sales-orders.order-held.v1")]
public sealed record OrderHeldV1(Guid OrderId, string Number, Guid CustomerId, IReadOnlyList<string> Reasons, bool NeedsApproval) : IIntegrationEvent;

/// <summary>Something that stopped an order is decided.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Number">Human number.</param>
/// <param name="CustomerId">Who buys.</param>
/// <param name="Outcome"><c>released</c>, <c>agreed</c>, or <c>rejected</c>: it is a draft again.</param>
/// <param name="OpenHolds">What still stops it; 0: nothing.</param>
[EventName("sales-orders.order-released.v1")]
public sealed record OrderReleasedV1(Guid OrderId, string Number, Guid CustomerId, string Outcome, int OpenHolds) : IIntegrationEvent;

/// <summary>A quote was not accepted in time.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Number">Human number.</param>
/// <param name="CustomerId">Who was asked.</param>
/// <param name="ValidUntil">Its last day.</param>
[EventName("sales-orders.order-expired.v1")]
public sealed record OrderExpiredV1(Guid OrderId, string Number, Guid CustomerId, DateOnly ValidUntil) : IIntegrationEvent;

/// <summary>What a customer with credit terms owes is another amount than was told before. It is counted every few minutes.</summary>
/// <param name="CustomerId">Who owes.</param>
/// <param name="Exposures">All there are, in every currency; empty: nothing is owed.</param>
[EventName("sales-orders.credit-exposure-changed.v1")]
public sealed record CreditExposureChangedV1(Guid CustomerId, IReadOnlyList<ExposureV1> Exposures) : IIntegrationEvent;

/// <param name="Currency">ISO 4217.</param>
/// <param name="Amount">Not paid of the orders that count towards the limit, rounded to the currency's digits.</param>
public sealed record ExposureV1(string Currency, decimal Amount);
