using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Cases;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Demo;

/// <summary>What customers want to have seen to; some of it is closed and rated.</summary>
internal sealed class DemoCases(
    CustomersDbContext db,
    Transactions transactions,
    ICommandHandler<OpenCase, CaseSaved> open,
    ICommandHandler<TakeCaseStep, CaseSaved> step,
    ICommandHandler<RateCase, CaseSaved> rate) : IDemoData
{
    private const int Count = 24;

    private static readonly (CaseKind Kind, string Subject)[] Wishes =
    [
        (CaseKind.Complaint, "Two cups were broken"), (CaseKind.Question, "发票抬头如何修改"), (CaseKind.Request, "Deliver to another address"),
        (CaseKind.Complaint, "少发一箱茶叶"), (CaseKind.Question, "When will the spring harvest be there?"), (CaseKind.Request, "申请样品"),
    ];

    public DemoStage Stage => DemoStage.Plans;

    public Phrase What => new("cases", "工单");

    public async Task Fill(DemoRun run, CancellationToken ct)
    {
        var random = run.Random("cases");
        var customers = await db.Customers.OrderBy(c => c.Code).Select(c => c.Id).Skip(10).Take(Count).ToListAsync(ct);
        db.ChangeTracker.Clear();
        await transactions.Run(
            db,
            async token =>
            {
                foreach (var (index, customer) in customers.Index())
                {
                    var opened = await open.Handle(Wish(customer.Value, random), token);
                    await db.SaveChangesAsync(token);
                    if (index % 3 == 0) await Close(opened.Id, random, token);
                    run.Report(index + 1, customers.Count);
                }

                return true;
            },
            ct);
    }

    private async Task Close(Guid id, Random random, CancellationToken ct)
    {
        await step.Handle(new TakeCaseStep(id, CaseStep.Close, "Answered at once. 已当场答复。"), ct);
        await db.SaveChangesAsync(ct);
        await rate.Handle(new RateCase { Id = id, Rating = 2 + random.Next(4) }, ct);
        await db.SaveChangesAsync(ct);
    }

    private static OpenCase Wish(Guid customer, Random random)
    {
        var (kind, subject) = Wishes[random.Next(Wishes.Length)];
        return new OpenCase
        {
            CustomerId = customer,
            Kind = kind,
            Priority = (CasePriority)random.Next(Enum.GetValues<CasePriority>().Length),
            Channel = random.Next(2) == 0 ? CaseChannel.Phone : CaseChannel.Chat,
            Subject = subject,
        };
    }
}
