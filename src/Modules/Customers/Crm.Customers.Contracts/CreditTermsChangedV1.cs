using Crm.BuildingBlocks;

namespace Crm.Customers.Contracts;

/// <summary>How much a customer may owe and for how long, as it is now. Whoever sells to it holds orders against it.</summary>
/// <param name="CustomerId">Of this module.</param>
/// <param name="Limit">Null: no limit.</param>
/// <param name="Currency">ISO 4217, of the limit.</param>
/// <param name="PaymentDays">Until an invoice is due; null: as the company's setting says.</param>
/// <param name="IsBlocked">Gets no credit at all; what is paid in advance is still sold.</param>
[EventName("customers.credit-terms-changed.v1")]
public sealed record CreditTermsChangedV1(Guid CustomerId, decimal? Limit, string Currency, int? PaymentDays, bool IsBlocked) : IIntegrationEvent;
