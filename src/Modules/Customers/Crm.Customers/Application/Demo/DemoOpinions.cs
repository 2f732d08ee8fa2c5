using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Reviews;
using Crm.Customers.Application.Satisfaction;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Reviews;
using Crm.Customers.Domain.Satisfaction;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Demo;

/// <summary>What customers think of what they got, and what they answered when they were asked.</summary>
internal sealed class DemoOpinions(
    CustomersDbContext db,
    Transactions transactions,
    ICommandHandler<SubmitReview, ReviewSaved> submit,
    ICommandHandler<PublishReview, ReviewSaved> publish,
    ICommandHandler<RecordSurveyAnswer, SurveyAnswerSaved> record) : IDemoData
{
    private const int Count = 60;

    private static readonly string[] Words = ["Just as we hoped.", "包装可以更好", "Came late, but good.", "味道很香，会回购", "Not what the picture shows."];

    public DemoStage Stage => DemoStage.Plans;

    public Phrase What => new("reviews and answers to surveys", "评价与调查答复");

    public async Task Fill(DemoRun run, CancellationToken ct)
    {
        var random = run.Random("opinions");
        var customers = await db.Customers.OrderBy(c => c.Code).Select(c => c.Id).Take(Count).ToListAsync(ct);
        var got = (await db.Set<DeliveredProduct>().AsNoTracking().Where(d => d.CustomerId != null && customers.Contains(d.CustomerId.Value) && d.ProductId != Guid.Empty).ToListAsync(ct))
            .ToLookup(d => d.CustomerId);
        db.ChangeTracker.Clear();
        await transactions.Run(
            db,
            async token =>
            {
                foreach (var (index, customer) in customers.Index())
                {
                    await Answer(customer, run, random, token);
                    var product = got[customer].OrderBy(d => d.DeliveredOn).ThenBy(d => d.ProductId).FirstOrDefault()?.ProductId;
                    await Review(customer, product, random, token);
                    run.Report(index + 1, customers.Count);
                }

                return true;
            },
            ct);
    }

    private async Task Answer(CustomerId customer, DemoRun run, Random random, CancellationToken ct)
    {
        var kind = random.Next(2) == 0 ? SurveyKind.Nps : SurveyKind.Csat;
        await record.Handle(
            new RecordSurveyAnswer
            {
                CustomerId = customer.Value,
                Kind = kind,
                Value = kind == SurveyKind.Nps ? 4 + random.Next(7) : 2 + random.Next(4),
                Source = "newsletter",
                AnsweredAt = new DateTimeOffset(run.Today.AddDays(-1 - random.Next(300)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero),
            },
            ct);
    }

    // Who got nothing yet says what it thinks of the company.
    private async Task Review(CustomerId customer, Guid? product, Random random, CancellationToken ct)
    {
        var (rating, text, isPublished) = (2 + random.Next(4), Words[random.Next(Words.Length)], random.Next(5) > 0);
        var review = await submit.Handle(new SubmitReview { CustomerId = customer.Value, ProductId = product, Rating = rating, Text = text, Source = "shop" }, ct);
        await db.SaveChangesAsync(ct);
        if (isPublished) await publish.Handle(new PublishReview(review.Id), ct);
    }
}
