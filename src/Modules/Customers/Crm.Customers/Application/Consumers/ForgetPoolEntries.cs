using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>Takes away why a customer who is erased lay in pools; that it did stays.</summary>
internal sealed class ForgetPoolEntries(CustomersDbContext db) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        await db.CloseErased(received.Event.PersonId, ct);
        var customer = new CustomerId(received.Event.PersonId);
        foreach (var entry in await db.PoolEntries.Where(e => e.CustomerId == customer).ToListAsync(ct)) entry.Forget();
        db.PoolNotices.RemoveRange(await db.PoolNotices.Where(n => n.CustomerId == customer).ToListAsync(ct));
    }
}
