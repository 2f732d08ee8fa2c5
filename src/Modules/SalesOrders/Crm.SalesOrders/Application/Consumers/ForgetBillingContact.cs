using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Platform.Contracts;
using Crm.SalesOrders.Domain.Dunning;
using Crm.SalesOrders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Application.Consumers;

/// <summary>Forgets where somebody who is erased got mails, and takes back those that still lie here.</summary>
internal sealed class ForgetBillingContact(SalesOrdersDbContext db, IMailTransport transport) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var person = received.Event.PersonId;
        await db.BillingContacts.Where(c => c.CustomerId == person).ExecuteDeleteAsync(ct);
        var mails = await db.Reminders.Where(r => r.CustomerId == person && r.StartedAt != null).Select(r => r.Id).ToListAsync(ct);
        transport.Forget(mails.Select(Reminder.MailKey));
    }
}
