using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Processes;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Demo;

/// <summary>Customers who are on their way through the sale that every installation begins with; the orders of the next stage take them further.</summary>
internal sealed class DemoProcesses(
    CustomersDbContext db, Transactions transactions, ICommandHandler<StartProcess, ProcessSaved> start, ICommandHandler<AdvanceProcess, ProcessSaved> advance) : IDemoData
{
    private const int Count = 40;

    public DemoStage Stage => DemoStage.Customers;

    public Phrase What => new("customers on their way through a sale", "销售流程中的客户");

    public async Task Fill(DemoRun run, CancellationToken ct)
    {
        var random = run.Random("processes");
        var customers = await db.Customers.OrderBy(c => c.Code).Select(c => c.Id).Take(Count).ToListAsync(ct);
        foreach (var (index, customer) in customers.Index())
        {
            db.ChangeTracker.Clear();
            await transactions.Run(
                db,
                async token =>
                {
                    var started = await start.Handle(new StartProcess { CustomerId = customer.Value, Process = FirstProcess.Code }, token);
                    await db.SaveChangesAsync(token);
                    await Visit(started.Id, random, run.Today, token);
                    return true;
                },
                ct);
            run.Report(index + 1, customers.Count);
        }
    }

    private async Task Visit(Guid process, Random random, DateOnly today, CancellationToken ct)
    {
        var luck = random.Next(10);
        if (luck < 2) return;
        var visited = new Dictionary<string, string> { ["visitedOn"] = today.AddDays(-random.Next(60)).ToString("O") };
        await advance.Handle(new AdvanceProcess { Id = process, Transition = luck < 4 ? "not-interested" : "visited", Values = visited }, ct);
    }
}
