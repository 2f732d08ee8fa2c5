using System.Text.Json.Nodes;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Imports.Undoing;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Imports;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Quality;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Crm.Customers.Application.Quality;

/// <param name="Applied">Corrections that were made.</param>
/// <param name="PassedOver">That the customer does not need any more, or that were refused.</param>
internal sealed record CleansingApplied(Guid CleansingId, long Applied, long PassedOver, string ResultLink) : ILinkedResult;

/// <summary>Makes the corrections that were approved, customer by customer, with images by which they can be undone.</summary>
internal sealed class CleansingApplication : IOperation<CleansingRequest, CleansingApplied>
{
    private const int AtATime = 100;

    public async Task<CleansingApplied> Run(CleansingRequest input, OperationRun run, CancellationToken ct)
    {
        var mark = run.Checkpoint<Mark>() ?? new Mark(0, 0);
        var isDone = false;
        while (!isDone)
        {
            await run.Step(async step =>
            {
                var db = (CustomersDbContext)step.Db;
                var id = new CleansingId(input.Id);
                var customers = await db.Set<CleansingProposal>().Where(p => p.CleansingId == id && p.State == ProposalState.Approved).GroupBy(p => p.CustomerId)
                    .Select(g => new { g.Key, First = g.Min(p => p.Number) }).OrderBy(g => g.First).Take(AtATime).Select(g => g.Key).ToListAsync(ct);
                var approved = await db.Set<CleansingProposal>()
                    .Where(p => p.CleansingId == id && p.State == ProposalState.Approved && EF.Parameter(customers).Contains(p.CustomerId)).OrderBy(p => p.Number).ToListAsync(ct);
                await Apply(step, db, id, approved.GroupBy(p => p.CustomerId), ct);
                mark = new Mark(mark.Applied + approved.Count(p => p.State == ProposalState.Applied), mark.PassedOver + approved.Count(p => p.State == ProposalState.PassedOver));
                isDone = customers.Count < AtATime;
                if (isDone) (await db.Set<Cleansing>().SingleAsync(c => c.Id == id, ct)).Reach(CleansingState.Applied);
                (step.Done, step.Checkpoint) = (mark.Applied + mark.PassedOver, mark);
            }, ct);
        }

        return new CleansingApplied(input.Id, mark.Applied, mark.PassedOver, $"/api/v1/customers/cleansings/{input.Id}");
    }

    private static async Task Apply(OperationStep step, CustomersDbContext db, CleansingId cleansing, IEnumerable<IGrouping<CustomerId, CleansingProposal>> byCustomer, CancellationToken ct)
    {
        var (target, change) = (step.Get<CustomerImport>(), step.Get<ICommandHandler<ChangeCustomer, CustomerReply>>());
        var before = new Dictionary<Guid, (long Number, JsonObject Image)>();
        foreach (var proposals in byCustomer)
        {
            var customer = await db.Customers.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(c => c.Id == proposals.Key && c.Name != "", ct);
            if (customer is null)
            {
                foreach (var proposal in proposals) proposal.State = ProposalState.PassedOver;
                continue;
            }

            var present = CustomerInput.Of(customer);
            var wanted = CustomerFixes.Of(present);
            // Only what still is what it was when it was approved.
            var still = proposals.Where(p => wanted.Contains(new CustomerFix(p.Kind, p.Field, p.Before, p.After))).ToList();
            foreach (var proposal in proposals) proposal.State = still.Contains(proposal) ? ProposalState.Applied : ProposalState.PassedOver;
            if (still.Count == 0) continue;
            try
            {
                await change.Handle(new ChangeCustomer(customer.Key, CustomerFixes.Apply(present, still.ConvertAll(p => new CustomerFix(p.Kind, p.Field, p.Before, p.After)))), ct);
                before[customer.Key] = (proposals.First().Number, CustomerImage.Of(customer));
            }
            catch (RuleBroken broken)
            {
                foreach (var proposal in still) proposal.State = ProposalState.PassedOver;
                step.Problem(broken.Rule.Code, broken.Rule.Text, [.. broken.Values], value: customer.Key.ToString());
            }
        }

        await db.KeepImages(target, cleansing.Value, before, ct);
    }

    private sealed record Mark(long Applied, long PassedOver);
}

/// <param name="Reverted">Customers that are again what they were.</param>
/// <param name="Partly">Customers of which some fields were changed since: those stay.</param>
/// <param name="Left">Customers that stay as they are.</param>
internal sealed record CleansingUndone(Guid CleansingId, long Reverted, long Partly, long Left, string ResultLink) : ILinkedResult;

/// <summary>Takes corrections back from their images.</summary>
internal sealed class CleansingUndoing(ILogger<CleansingUndoing> log) : IOperation<CleansingRequest, CleansingUndone>
{
    public async Task<CleansingUndone> Run(CleansingRequest input, OperationRun run, CancellationToken ct)
    {
        var undone = await ChangedInBulk.Undo(run, input.Id, "customers", typeof(CustomerImport), isDryRun: false, log, ct);
        await run.Step(async step =>
        {
            var id = new CleansingId(input.Id);
            (await step.Db.Set<Cleansing>().SingleAsync(c => c.Id == id, ct)).Reach(CleansingState.Undone);
        }, ct);
        return new CleansingUndone(input.Id, undone.Reverted, undone.Partly, undone.Left, $"/api/v1/customers/cleansings/{input.Id}");
    }
}
