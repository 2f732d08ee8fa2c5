using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Contracts;

/// <summary>A document was posted to the journal.</summary>
/// <param name="EntryId">Of the entry.</param>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Kind">Of the document: <c>invoice</c>, <c>creditNote</c>, <c>payment</c>, <c>refund</c>, <c>chargeBack</c>, <c>writeOff</c>, <c>recovery</c>, <c>reminderFee</c>, <c>feePayment</c> or <c>feeWaiver</c>.</param>
/// <param name="DocumentId">Of the document.</param>
/// <param name="OrderId">It belongs to.</param>
/// <param name="CustomerId">Who owes or is owed.</param>
/// <param name="DocumentOn">Business date of the document.</param>
/// <param name="PostedOn">The same, or the first open day where its month was closed.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Lines">Debits and credits, which come to the same.</param>
[EventName("sales-orders.journal-posted.v1")]
public sealed record JournalPostedV1(
    Guid EntryId,
    long Number,
    string Kind,
    Guid DocumentId,
    Guid OrderId,
    Guid CustomerId,
    DateOnly DocumentOn,
    DateOnly PostedOn,
    string Currency,
    IReadOnlyList<JournalLineV1> Lines) : IIntegrationEvent;

/// <param name="Role">What the account is for, such as <c>receivables</c>.</param>
/// <param name="Account">Its number.</param>
/// <param name="Debit">In whole digits of the currency; 0 on a credit.</param>
/// <param name="Credit">In whole digits of the currency; 0 on a debit.</param>
public sealed record JournalLineV1(string Role, string Account, decimal Debit, decimal Credit);

/// <summary>Loyalty points of a customer came or went.</summary>
/// <param name="CustomerId">Whose points.</param>
/// <param name="EntryId">Of the ledger.</param>
/// <param name="Kind"><c>earned</c>, <c>used</c>, <c>returned</c>, <c>reversed</c>, <c>expired</c>, <c>offset</c> or <c>offsetReturned</c>.</param>
/// <param name="Points">Negative where points went.</param>
/// <param name="BalanceAfter">Negative where goods came back whose points were spent.</param>
/// <param name="OrderId">By which they came about.</param>
/// <param name="On">Business date.</param>
/// <param name="ValidUntil">Last day of points that came; null: they never expire.</param>
[EventName("sales-orders.points-changed.v1")]
public sealed record PointsChangedV1(
    Guid CustomerId, Guid EntryId, string Kind, long Points, long BalanceAfter, Guid OrderId, DateOnly On, DateOnly? ValidUntil) : IIntegrationEvent;
