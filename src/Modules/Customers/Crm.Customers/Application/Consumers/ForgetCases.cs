using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Application.Cases;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>Leaves no word and no file of the cases of a customer who is erased; that there were cases, and how they went, stays.</summary>
internal sealed class ForgetCases(CustomersDbContext db, CaseDesk desk, IMailTransport transport, TimeProvider time) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var person = received.Event.PersonId;
        // What hangs on records that were found to be this person's stays there, and so do words about a contact.
        var family = await db.CloseErased(person, ct);
        var cases = await db.Set<ServiceCase>().AsSplitQuery().Where(c => family.Contains(c.CustomerId) || c.ContactId == person).ToListAsync(ct);
        foreach (var one in cases) one.Anonymise(await desk.Hours(one, ct), time.GetUtcNow());
        if (cases.Count > 0) await db.EraseAttachments<ServiceCase>([.. cases.Select(c => c.Key)], ct);
        var mails = await db.Set<CaseEscalation>().Where(e => (family.Contains(e.CustomerId) || e.PersonId == person) && e.StartedAt != null).Select(e => e.Id).ToListAsync(ct);
        transport.Forget(mails.Select(CaseEscalation.MailKey));
    }
}
