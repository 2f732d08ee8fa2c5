using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>Leaves nothing readable of a customer who is erased, a deleted one included, and nothing by which it could be found.</summary>
internal sealed class AnonymiseErased(CustomersDbContext db) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var id = new CustomerId(received.Event.PersonId);
        var customer = await db.Customers.IgnoreQueryFilters([ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter]).AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (customer is null) return;
        customer.Anonymise();
        await db.KeepSearchTokens(customer, ct);
        foreach (var merge in await db.Set<Merge>().Where(m => m.SurvivorId == id || m.MergedId == id).ToListAsync(ct)) merge.Erase();
        await db.EraseAttachments<Customer>([id.Value], ct);
        await db.ForgetImages([id.Value], ct);
    }
}
