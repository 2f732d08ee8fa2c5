using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Consumers;

/// <summary>Forgets the name of a customer who is erased, and where its goods went. What was sold stays.</summary>
internal sealed class ForgetErasedCustomer(SalesOrdersDbContext db) : IConsumer<PersonErasureRequestedV1>
{
    private const int AtATime = 100;

    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var customer = received.Event.PersonId;
        if (await db.CustomerCopies.FindAsync([customer], ct) is not { } copy) return;
        copy.Erase();
        await db.SaveChangesAsync(ct);
        var orders = await All().Where(o => o.CustomerId == customer).Select(o => o.Id).ToListAsync(ct);
        foreach (var some in orders.Chunk(AtATime)) await Forget(some, ct);
    }

    private async Task Forget(IReadOnlyCollection<OrderId> ids, CancellationToken ct)
    {
        foreach (var order in await All().IgnoreAutoIncludes().Where(o => ids.Contains(o.Id)).ToListAsync(ct)) order.Anonymise();
        await db.EraseAttachments<Order>([.. ids.Select(id => id.Value)], ct);
        await db.SaveChangesAsync(ct);

        // The next ones start as if they were alone; what is loaded already would only slow them down.
        db.ChangeTracker.Clear();
    }

    private IQueryable<Order> All() => db.Orders.IgnoreQueryFilters([ModuleDbContext.DeletedFilter]);
}
