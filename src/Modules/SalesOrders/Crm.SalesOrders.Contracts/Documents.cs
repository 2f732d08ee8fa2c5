using Crm.BuildingBlocks;

namespace Crm.SalesOrders.Contracts;

/// <summary>Goods of an order came back; what became of them is not known yet.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="ReturnId">Which return.</param>
/// <param name="CustomerId">Who sent them.</param>
/// <param name="ReceivedOn">Business date.</param>
/// <param name="Lines">What came.</param>
/// <param name="IsOrderFullyReturned">Nothing of the order is left with the customer.</param>
[EventName("sales-orders.return-received.v1")]
public sealed record ReturnReceivedV1(
    Guid OrderId, Guid ReturnId, Guid CustomerId, DateOnly ReceivedOn, IReadOnlyList<ReturnedLineV1> Lines, bool IsOrderFullyReturned) : IIntegrationEvent;

/// <param name="LineId">Line of the order.</param>
/// <param name="ProductId">What came back.</param>
/// <param name="Quantity">Units.</param>
public sealed record ReturnedLineV1(Guid LineId, Guid ProductId, int Quantity);

/// <summary>An invoice or credit note was issued.</summary>
/// <param name="OrderId">Which order.</param>
/// <param name="InvoiceId">Which document.</param>
/// <param name="Kind"><c>invoice</c> or <c>creditNote</c>.</param>
/// <param name="Number">Without gaps within its kind and fiscal year.</param>
/// <param name="CustomerId">Who bought.</param>
/// <param name="Total">More than zero, on a credit note too; zero where a credit note takes back as much goodwill; in the order's currency, rounded to its digits.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="IssuedOn">Business date.</param>
/// <param name="DueOn">Business date; of an invoice.</param>
/// <param name="IsOrderFullyInvoiced">Everything that is owed for the order stands on invoices.</param>
/// <param name="CompanyCurrency">In which the company keeps its books; null where no rate was known.</param>
/// <param name="CompanyRate">Its units for one unit of the currency, as the order froze it, up to eight decimals.</param>
[EventName("sales-orders.invoice-issued.v1")]
public sealed record InvoiceIssuedV1(
    Guid OrderId,
    Guid InvoiceId,
    string Kind,
    string Number,
    Guid CustomerId,
    decimal Total,
    string Currency,
    DateOnly IssuedOn,
    DateOnly DueOn,
    bool IsOrderFullyInvoiced,
    string? CompanyCurrency = null,
    decimal? CompanyRate = null) : IIntegrationEvent;
