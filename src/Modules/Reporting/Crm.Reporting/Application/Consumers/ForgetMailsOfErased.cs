using Crm.BuildingBlocks.Hosting.Mail;
using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Platform.Contracts;
using Crm.Reporting.Application.Schedules;
using Crm.Reporting.Domain;
using Crm.Reporting.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Reporting.Application.Consumers;

/// <summary>
/// Takes back the mails that may name a person who is erased, as far as they still lie here: those to that person, and those of reports by
/// customer or salesperson. Whose name was in which is written down nowhere, so it takes all of them.
/// </summary>
internal sealed class ForgetMailsOfErased(ReportingDbContext db, IMailTransport transport) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var person = received.Event.PersonId;
        var naming = db.Schedules.IgnoreQueryFilters([ModuleDbContext.DeletedFilter])
            .Where(s => s.By == SalesBy.Customer || s.By == SalesBy.Salesperson).Select(s => s.Id);
        var mails = await db.Deliveries.Where(d => d.StartedAt != null && (d.UserId == person || naming.Contains(d.ScheduleId))).Select(d => d.Id).ToListAsync(ct);
        transport.Forget(mails.Select(ReportMails.KeyOf));
    }
}
