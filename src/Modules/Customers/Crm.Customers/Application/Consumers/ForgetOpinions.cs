using Crm.BuildingBlocks.Hosting.Messaging;
using Crm.Customers.Domain;
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
        var customer = new CustomerId(received.Event.PersonId);
        foreach (var review in await db.Set<Review>().Where(r => r.CustomerId == customer).ToListAsync(ct)) review.Anonymise();
        foreach (var evaluation in await db.Set<Evaluation>().Where(e => e.CustomerId == customer).ToListAsync(ct)) evaluation.Anonymise();
        foreach (var answer in await db.Set<SurveyAnswer>().Where(a => a.CustomerId == customer).ToListAsync(ct)) answer.Anonymise();
    }
}
