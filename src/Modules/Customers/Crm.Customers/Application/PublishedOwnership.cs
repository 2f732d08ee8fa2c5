using Crm.Customers.Contracts;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Credit;

namespace Crm.Customers.Application;

/// <summary>Who looks after a customer and what it may owe, as the others are told.</summary>
internal static class PublishedOwnership
{
    public static OwnershipChangedV1 HandedOver(Customer c, CustomerWasHandedOver happened) => new(
        c.Id.Value, happened.From.OwnerId, happened.From.UnitId, happened.From.TerritoryId, c.OwnerId, c.UnitId, c.TerritoryId, happened.Reason);

    public static CreditTermsChangedV1 Credit(CreditTerms t) => new(t.CustomerId.Value, t.Limit, t.Currency, t.PaymentDays, t.IsBlocked);
}
