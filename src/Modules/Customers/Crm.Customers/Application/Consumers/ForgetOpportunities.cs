using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>Takes away what opportunities say of a customer who is erased; figures stay, and what is open is lost.</summary>
internal sealed class ForgetOpportunities(CustomersDbContext db, CompanyDay days, TimeProvider time) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var person = received.Event.PersonId;
        await db.CloseErased(person, ct);
        var customer = new CustomerId(person);
        var opportunities = await db.AllOpportunities().AsSplitQuery().Where(o => o.CustomerId == customer).ToListAsync(ct);
        var (today, now) = (await days.Today(ct), time.GetUtcNow());
        foreach (var opportunity in opportunities) opportunity.Forget(today, now);
        foreach (var opportunity in await db.AllOpportunities().AsSplitQuery().Where(o => o.ContactId == person).ToListAsync(ct)) opportunity.ForgetContact();
        await db.EraseAttachments<Opportunity>([.. opportunities.Select(o => o.Key)], ct);
    }
}
