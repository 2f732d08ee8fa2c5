using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Consumers;

/// <summary>Keeps what selling needs of a customer.</summary>
internal sealed class KeepCustomerCopy(SalesOrdersDbContext db) : IConsumer<CustomerRegisteredV1>, IConsumer<CustomerChangedV1>
{
    public Task Consume(Received<CustomerRegisteredV1> received, CancellationToken ct) => Keep(received.Event.Customer, received.StreamPosition, ct);

    public Task Consume(Received<CustomerChangedV1> received, CancellationToken ct) => Keep(received.Event.Customer, received.StreamPosition, ct);

    private async Task Keep(CustomerStateV1 customer, int version, CancellationToken ct)
    {
        var copy = await db.CustomerCopies.FindAsync([customer.CustomerId], ct);
        if (copy is null) db.CustomerCopies.Add(copy = new CustomerCopy(customer.CustomerId));
        copy.Take(
            version,
            new CustomerFacts(customer.Code, customer.Name, Countries.CodeOf(customer.Country) ?? customer.Country, customer.UnitId, customer.IsBlocked, customer.IsDeleted, customer.SurvivorId, customer.TerritoryId),
            [.. customer.ExternalRefs.Where(r => r.Id is not null).Select(r => new ExternalRef(r.System, r.Id!))]);
    }
}
