using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>
/// Leaves of the activities with a customer who is erased that, when and by whom something was done. Of a user who is erased the positions
/// go, and every feed.
/// </summary>
internal sealed class ForgetActivities(CustomersDbContext db, IMailTransport transport, TimeProvider time) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var person = received.Event.PersonId;
        var customer = new CustomerId(person);
        var all = db.Set<Activity>().IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AsSplitQuery();
        foreach (var activity in await all.Where(a => a.CustomerId == customer && a.Subject != "").ToListAsync(ct)) activity.Anonymise();
        foreach (var visit in await all.Where(a => a.OwnerId == person && a.CheckedInAt != null).ToListAsync(ct)) visit.ForgetVisitor();
        foreach (var feed in await db.Set<CalendarFeed>().Where(f => f.PersonId == person).ToListAsync(ct)) feed.Anonymise(time.GetUtcNow());
        var mails = await db.Set<ActivityReminder>().Where(r => (r.CustomerId == customer || r.PersonId == person) && r.StartedAt != null).Select(r => r.Id).ToListAsync(ct);
        transport.Forget(mails.Select(ActivityReminder.MailKey));
    }
}
