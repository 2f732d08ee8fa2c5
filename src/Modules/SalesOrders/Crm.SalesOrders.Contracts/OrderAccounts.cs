using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Contracts;

/// <summary>
/// A sold order, or one for which money came, as it is now, with what led there: for a module that was switched off. It is told by
/// republishing alone; whoever listens hears of the same as it happens.
/// </summary>
/// <param name="OrderId">Which order.</param>
/// <param name="Order">As it was sold, or would be.</param>
/// <param name="IsSold">It was confirmed and counts.</param>
/// <param name="CancelledOn">Business date; null: it was not.</param>
/// <param name="Owed">What it comes to: gross less credits, nothing where it was cancelled; in whole digits of the currency.</param>
/// <param name="Entries">In no order.</param>
[EventName("sales-orders.order-account.v1")]
public sealed record OrderAccountV1(
    Guid OrderId, OrderStateV1 Order, bool IsSold, DateOnly? CancelledOn, decimal Owed, IReadOnlyList<OrderAccountEntryV1> Entries) : IIntegrationEvent;

/// <param name="Kind"><c>change</c>, <c>credit</c>, <c>writeOff</c>, <c>payment</c>, <c>chargeBack</c>, <c>refund</c>, <c>delivery</c>, <c>return</c>, <c>invoice</c> or <c>creditNote</c>.</param>
/// <param name="DocumentId">Of what stands behind it; as in the event by which it was told.</param>
/// <param name="On">Business date; null where it has none.</param>
/// <param name="RecordedAt">When; null where only the day is known.</param>
/// <param name="Amount">
/// In the order's currency: of a change by how much the gross became more, of a credit or write-off by how much less is owed; null where it
/// is no question of money.
/// </param>
/// <param name="Number">Of an invoice or credit note.</param>
public sealed record OrderAccountEntryV1(string Kind, Guid DocumentId, DateOnly? On, DateTimeOffset? RecordedAt, decimal? Amount, string? Number);
