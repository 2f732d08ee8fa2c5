using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Imports;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Merging;
using Crm.Customers.Domain.Privacy;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>
/// Leaves nothing readable of a customer who is erased, a deleted one included, and nothing by which it could be found; and no contact of a
/// customer who is.
/// </summary>
internal sealed class AnonymiseErased(CustomersDbContext db) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var person = received.Event.PersonId;
        var id = new CustomerId(person);
        await ForgetContact(person, ct);
        if ((await db.CloseErased(person, ct)).Count == 0) return;
        var customer = await All().SingleAsync(c => c.Id == id, ct);
        await db.KeepSearchTokens(customer, ct);
        await ForgetMerges([id], ct);
        await db.EraseAttachments<Customer>([id.Value], ct);
    }

    /// <summary>Somebody to talk to at customers goes, and what was kept of those customers to have it back.</summary>
    private async Task ForgetContact(Guid contact, CancellationToken ct)
    {
        foreach (var customer in await All().Where(c => c.Contacts.Any(p => p.Id == contact)).ToListAsync(ct))
        {
            var numbers = customer.ForgetContact(contact);
            await db.KeepSearchTokens(customer, ct);
            await ForgetMerges([customer.Id], ct);
            await db.ForgetImports([customer.Key], [.. customer.ExternalRefs.Select(r => new ImportRef(r.System, r.ExternalId))], ct);
            var consents = await db.Set<Consent>().Where(c => c.CustomerId == customer.Id && c.ContactPoint != null).ToListAsync(ct);
            foreach (var consent in consents.Where(c => numbers.Contains(c.ContactPoint!))) consent.Forget();
        }
    }

    private async Task ForgetMerges(IReadOnlyList<CustomerId> customers, CancellationToken ct)
    {
        foreach (var merge in await db.Set<Merge>().Where(m => customers.Contains(m.SurvivorId) || customers.Contains(m.MergedId)).ToListAsync(ct)) merge.Erase();
    }

    private IQueryable<Customer> All() => db.Customers
        .IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter, ModuleDbContext.MergedFilter]).AsSplitQuery();
}
