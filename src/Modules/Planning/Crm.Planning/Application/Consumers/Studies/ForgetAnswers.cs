using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Consumers.Studies;

/// <summary>Leaves no word that a customer who is erased wrote, and nobody to tell whose the answers are; what was counted stays counted.</summary>
internal sealed class ForgetAnswers(PlanningDbContext db) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var person = received.Event.PersonId;
        if (await db.Set<ErasedRespondent>().FindAsync([person], ct) is null) db.Add(new ErasedRespondent { CustomerId = person });
        var responses = await db.Set<Response>().Where(r => r.CustomerId == person).ToListAsync(ct);
        var ids = responses.ConvertAll(r => r.Id);
        foreach (var answer in await db.Set<Answer>().Where(a => EF.Parameter(ids).Contains(a.ResponseId) && a.Text != null).ToListAsync(ct)) answer.Forget();
        foreach (var response in responses) response.Forget();
    }
}
