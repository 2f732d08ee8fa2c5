using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Domain.Evaluations;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Domain.Satisfaction;
using Crm.Customers.Persistence;
using Crm.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Consumers;

/// <summary>Leaves no word that a customer who is erased wrote, or that was written about it; ratings, scores and answers count on.</summary>
internal sealed class ForgetOpinions(CustomersDbContext db) : IConsumer<PersonErasureRequestedV1>
{
    public async Task Consume(Received<PersonErasureRequestedV1> received, CancellationToken ct)
    {
        var family = await db.CloseErased(received.Event.PersonId, ct);
        foreach (var review in await db.Set<Review>().Where(r => family.Contains(r.CustomerId)).ToListAsync(ct)) review.Anonymise();
        foreach (var evaluation in await db.Set<Evaluation>().Where(e => family.Contains(e.CustomerId)).ToListAsync(ct)) evaluation.Anonymise();
        foreach (var answer in await db.Set<SurveyAnswer>().Where(a => family.Contains(a.CustomerId)).ToListAsync(ct)) answer.Anonymise();
    }
}
