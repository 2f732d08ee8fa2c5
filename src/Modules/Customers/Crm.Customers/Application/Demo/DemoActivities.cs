using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Activities;
using Crm.Customers.Domain.Activities;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Demo;

/// <summary>What was done with some of the customers, and what is planned.</summary>
internal sealed class DemoActivities(CustomersDbContext db, Transactions transactions, ICommandHandler<PlanActivity, ActivitySaved> plan) : IDemoData
{
    private const int Count = 60;

    private static readonly (ActivityKind Kind, string Subject, string Outcome)[] Deeds =
    [
        (ActivityKind.Visit, "Tasting of the spring harvest", "Liked the second one best."),
        (ActivityKind.Call, "续订意向沟通", "下周给答复"),
        (ActivityKind.Meeting, "Prices of the next season", "Wants a quote for 200 boxes."),
        (ActivityKind.Visit, "门店陈列回访", "货架位置满意"),
        (ActivityKind.Message, "Samples are on their way", "Thanked us."),
        (ActivityKind.Task, "整理客户资料", "已补全联系人"),
    ];

    public DemoStage Stage => DemoStage.Plans;

    public Phrase What => new("activities", "活动");

    public async Task Fill(DemoRun run, CancellationToken ct)
    {
        var random = run.Random("activities");
        var customers = await db.Customers.OrderBy(c => c.Code).Select(c => c.Id).Take(Count).ToListAsync(ct);
        db.ChangeTracker.Clear();
        await transactions.Run(
            db,
            async token =>
            {
                foreach (var (index, customer) in customers.Index())
                {
                    await plan.Handle(Deed(customer.Value, run.Today.AddDays(-1 - random.Next(80)), isDone: true, random), token);
                    if (index % 3 == 0) await plan.Handle(Deed(customer.Value, run.Today.AddDays(1 + random.Next(20)), isDone: false, random), token);
                    await db.SaveChangesAsync(token);
                    run.Report(index + 1, customers.Count);
                }

                return true;
            },
            ct);
    }

    private static PlanActivity Deed(Guid customer, DateOnly day, bool isDone, Random random)
    {
        var (kind, subject, outcome) = Deeds[random.Next(Deeds.Length)];
        var start = new DateTimeOffset(day.ToDateTime(new TimeOnly(8 + random.Next(8), 0)), TimeSpan.Zero);
        return new PlanActivity
        {
            CustomerId = customer,
            Kind = kind,
            Subject = subject,
            StartsAt = start,
            EndsAt = start.AddMinutes(15 * (1 + random.Next(6))),
            TimeZone = "UTC",
            IsDone = isDone,
            Outcome = isDone ? outcome : null,
            RemindMinutesBefore = isDone ? null : 30,
        };
    }
}
