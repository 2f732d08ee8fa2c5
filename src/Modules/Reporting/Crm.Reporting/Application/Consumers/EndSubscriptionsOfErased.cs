using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Platform.Contracts;
using Crm.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Consumers;

/// <summary>Blanks the mail address of a person who is erased and sends nothing more there.</summary>
internal sealed class EndSubscriptionsOfErased(ReportingDbContext db, TimeProvider time) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var person = received.Event.PersonId;
        foreach (var subscription in await db.Subscriptions.Where(s => s.UserId == person).ToListAsync(ct)) subscription.Erase(time.GetUtcNow());
    }
}
