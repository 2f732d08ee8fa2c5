using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Demo;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Demo;

/// <summary>What some of the customers may buy, in every stage; a few are won and lie as drafts with sales, a few are lost.</summary>
internal sealed class DemoOpportunities(
    CustomersDbContext db,
    Transactions transactions,
    ICommandHandler<OpenOpportunity, OpportunitySaved> open,
    ICommandHandler<WinOpportunity, OpportunitySaved> win,
    ICommandHandler<LoseOpportunity, OpportunitySaved> lose) : IDemoData
{
    private const int Count = 60;

    private static readonly (string Title, string Item)[] Wishes =
        [("Tea for the canteen", "Tea"), ("茶水间全年供应", "茶叶"), ("New tableware", "Cups"), ("年会礼品", "礼盒"), ("Refill of the shop", "Assortment"), ("门店补货", "综合商品")];

    public DemoStage Stage => DemoStage.Plans;

    public Phrase What => new("opportunities", "商机");

    public IReadOnlyList<string> Try => ["/api/v1/customers/opportunities?filter[state]=open&limit=3"];

    public async Task Fill(DemoRun run, CancellationToken ct)
    {
        var random = run.Random("opportunities");
        var customers = await db.Customers.OrderByDescending(c => c.Code).Select(c => c.Id).Take(Count).ToListAsync(ct);
        foreach (var (index, customer) in customers.Index())
        {
            db.ChangeTracker.Clear();
            await transactions.Run(
                db,
                async token =>
                {
                    var opened = await open.Handle(Wish(customer.Value, random, run.Today), token);
                    await db.SaveChangesAsync(token);
                    if (index % 6 == 0) await win.Handle(new WinOpportunity { Id = opened.Id, Reason = "product", On = run.Today.AddDays(-random.Next(20)) }, token);
                    if (index % 6 == 1) await lose.Handle(new LoseOpportunity { Id = opened.Id, Reason = "no-budget", On = run.Today.AddDays(-random.Next(20)) }, token);
                    return true;
                },
                ct);
            run.Report(index + 1, customers.Count);
        }
    }

    private static OpenOpportunity Wish(Guid customer, Random random, DateOnly today)
    {
        var (title, item) = Wishes[random.Next(Wishes.Length)];
        return new OpenOpportunity
        {
            CustomerId = customer,
            Title = title,
            Currency = "EUR",
            Stage = FirstPipeline.Stages[random.Next(FirstPipeline.Stages.Count)].Code,
            ExpectedClose = today.AddDays(random.Next(5, 120)),
            Channel = "phone",
            Lines = [new OpportunityInput.Line(random.Next(5, 200), Description: item, UnitPrice: random.Next(2, 40))],
        };
    }
}
