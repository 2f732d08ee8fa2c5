using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Persistence;
using Crm.Customers.Application.Listing;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Quality;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Quality;

/// <param name="Customers">That were looked at.</param>
/// <param name="Proposals">Corrections that were found.</param>
internal sealed record CleansingProposed(Guid CleansingId, long Customers, long Proposals, string ResultLink) : ILinkedResult;

/// <summary>Looks for what can be corrected, five hundred customers at a time.</summary>
internal sealed class ProposeCleansing : IOperation<CleansingRequest, CleansingProposed>
{
    private const int AtATime = 500;

    public async Task<CleansingProposed> Run(CleansingRequest input, OperationRun run, CancellationToken ct)
    {
        var id = new CleansingId(input.Id);
        await using var scope = run.NewScope();
        var db = (CustomersDbContext)run.Database(scope.ServiceProvider);
        var cleansing = await db.Set<Cleansing>().AsNoTracking().SingleAsync(c => c.Id == id, ct);
        var request = ListRequest.From(cleansing.Query, scope.ServiceProvider);
        var customers = (await CustomerList.For(request, db, ct)).Matching(db.Customers, request).Where(c => c.Name != "" && c.SurvivorId == null);
        // Whoever does not see a field in full does not correct it, and learns nothing from a proposal.
        var isMasked = request.Caller.Masks.Keys.Any(m => m.StartsWith($"{CustomerInput.Resource}.", StringComparison.Ordinal));
        await run.Step(step => step.Db.Set<CleansingProposal>().Where(p => p.CleansingId == id).ExecuteDeleteAsync(ct), ct);
        var (seen, number, waiting) = (0L, 0L, new List<CleansingProposal>());
        await foreach (var customer in db.InPages<Customer, CustomerId>(customers, ct))
        {
            seen++;
            var fixes = CustomerFixes.Of(CustomerInput.Of(customer), cleansing.Kinds).Where(f => !isMasked || !MaskedText.IsHidden(request.Caller, $"{CustomerInput.Resource}.{f.Field}"));
            waiting.AddRange(fixes.Select(f => New(id, customer.Id, ++number, f)));
            if (seen % AtATime == 0) await Keep(run, waiting, seen);
        }

        await Keep(run, waiting, seen);
        await run.Step(async step => (await step.Db.Set<Cleansing>().SingleAsync(c => c.Id == id, ct)).Reach(CleansingState.Proposed), ct);
        return new CleansingProposed(input.Id, seen, number, $"/api/v1/customers/cleansings/{input.Id}");

        async Task Keep(OperationRun work, List<CleansingProposal> proposals, long done)
        {
            await work.Step(step =>
            {
                step.Db.AddRange(proposals);
                step.Done = done;
                return Task.CompletedTask;
            }, ct);
            proposals.Clear();
        }
    }

    private static CleansingProposal New(CleansingId cleansing, CustomerId customer, long number, CustomerFix fix) => new()
    {
        Id = Guid.CreateVersion7(),
        CleansingId = cleansing,
        CustomerId = customer,
        Number = number,
        Kind = fix.Kind,
        Field = fix.Field,
        Before = fix.Before,
        After = fix.After,
    };
}
