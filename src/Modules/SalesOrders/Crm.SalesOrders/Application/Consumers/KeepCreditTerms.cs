using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Contracts;
using Crm.SalesOrders.Domain.Credit;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Consumers;

/// <summary>Keeps what Customers says a customer may owe. Orders that are confirmed already stay so.</summary>
internal sealed class KeepCreditTerms(SalesOrdersDbContext db) : IConsumer<CreditTermsChangedV1>
{
    public async Task Consume(Received<CreditTermsChangedV1> received, CancellationToken ct)
    {
        var told = received.Event;
        var facts = new CreditFacts(told.Limit, told.Currency, told.PaymentDays, told.IsBlocked);
        // Who is being checked against the old limit is checked to the end first.
        var terms = await db.Dialect.Locked<CreditTerms, Guid>(db, nameof(CreditTerms.CustomerId), [told.CustomerId]).SingleOrDefaultAsync(ct);
        if (terms is null) db.CreditTerms.Add(CreditTerms.Grant(told.CustomerId, received.StreamPosition, facts));
        else terms.Take(received.StreamPosition, facts);
    }
}
