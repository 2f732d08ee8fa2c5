using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>Takes away what was written about a customer who is erased on the way through processes; where and when stays.</summary>
internal sealed class ForgetProcesses(CustomersDbContext db, TimeProvider time) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        await db.CloseErased(received.Event.PersonId, ct);
        var customer = new CustomerId(received.Event.PersonId);
        foreach (var process in await db.Processes.IgnoreQueryFilters().AsSplitQuery().Where(p => p.CustomerId == customer).ToListAsync(ct)) process.Forget(time.GetUtcNow());
    }
}
