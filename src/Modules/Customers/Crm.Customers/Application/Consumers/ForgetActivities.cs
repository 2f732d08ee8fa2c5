using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
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
        var (person, now) = (received.Event.PersonId, time.GetUtcNow());
        await db.CloseErased(person, ct);
        // What hangs on records that were found to be this person's stays there, and so do words about a contact.
        var family = await db.FamilyOf(person, ct);
        var all = db.Set<Activity>().IgnoreQueryFilters([ModuleDbContext.ScopeFilter, ModuleDbContext.DeletedFilter]).AsSplitQuery();
        foreach (var activity in await all
            .Where(a => a.Subject != "" && (family.Contains(a.CustomerId) || a.ContactId == person || a.Participants.Any(p => p.ContactId == person))).ToListAsync(ct))
            activity.Anonymise(now);
        foreach (var visit in await all.Where(a => a.CheckedInById == person || a.CheckedOutById == person).ToListAsync(ct)) visit.ForgetVisitor(person);
        foreach (var feed in await db.Set<CalendarFeed>().Where(f => f.PersonId == person).ToListAsync(ct)) feed.Anonymise(now);
        var mails = await db.Set<ActivityReminder>().Where(r => (family.Contains(r.CustomerId) || r.PersonId == person) && r.StartedAt != null).Select(r => r.Id).ToListAsync(ct);
        transport.Forget(mails.Select(ActivityReminder.MailKey));
    }
}
