using System.Text.Json;
using Crm.BuildingBlocks.Hosting.Api.Json;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.Planning.Application.PriceLists;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Domain.Proposals;
using Crm.Planning.Persistence;
using Crm.Pricing.Rules;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Application.Proposals;

/// <summary>Works the prices of a draft out, some products at a time. A draft that changes meanwhile makes the proposal stale: half of it would be about another one.</summary>
internal sealed class ProposalOperation : IOperation<ProposalWork, MadeProposal>
{
    private const int ProductsPerStep = 2_000;
    private const int RateDigits = 6;

    public async Task<MadeProposal> Run(ProposalWork input, OperationRun run, CancellationToken ct)
    {
        var observed = input.Observations.ToLookup(o => o.Sku, o => o.ToObservation(), StringComparer.Ordinal);
        var mark = run.Checkpoint<Mark>() ?? new Mark(0, 0, 0, IsDone: false);
        while (!mark.IsDone)
        {
            await run.Step(async step =>
            {
                mark = await Next(mark, input, observed, (PlanningDbContext)step.Db, ct);
                (step.Done, step.Checkpoint) = (mark.Rows, mark);
            }, ct);
        }

        await using var scope = run.NewScope();
        var id = new PriceProposalId(input.ProposalId);
        var made = await ((PlanningDbContext)run.Database(scope.ServiceProvider)).Set<PriceProposal>().AsNoTracking().SingleAsync(p => p.Id == id, ct);
        return new MadeProposal(made.Key, made.RowCount, made.FailureCount, made.State);
    }

    private static async Task<Mark> Next(Mark mark, ProposalWork input, ILookup<string, PriceObservation> observed, PlanningDbContext db, CancellationToken ct)
    {
        var id = new PriceProposalId(input.ProposalId);
        var proposal = await db.Set<PriceProposal>().SingleAsync(p => p.Id == id, ct);
        var list = await db.Set<PlannedPriceList>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == proposal.PriceListId && l.DraftNumber == proposal.DraftNumber, ct);
        if (list is null)
        {
            proposal.GoStale();
            return mark with { IsDone = true };
        }

        var content = PriceListContent.Read(list.Draft);
        var draft = new LineProposals(list.Code, content);
        var products = draft.Products.Skip(mark.Products).Take(ProductsPerStep).ToList();
        var asked = new FactsAsked([.. products.Select(p => p[0].Sku)], content.Currency, content.Basis, draft.OtherLists, input.On);
        var known = await db.PriceFactsOf(asked, observed, ct);
        var rows = products.SelectMany(p => draft.Of(p, known[p[0].Sku])).Select(line => Row(id, line)).ToList();
        await db.Dialect.BulkInsert(db, rows, ct);
        var next = new Mark(
            mark.Products + products.Count, mark.Rows + rows.Count, mark.Failures + rows.Count(r => r.Proposed is null),
            IsDone: mark.Products + products.Count >= draft.Products.Count);
        if (next.IsDone) proposal.Made(next.Rows, next.Failures);
        return next;
    }

    private static ProposalRow Row(PriceProposalId id, ProposedLine line)
    {
        var price = line.Price;
        var margin = price.UnitPrice is { } unit and > 0m && line.Cost is { } cost ? Math.Round((unit - cost) / unit, RateDigits) : (decimal?)null;
        var failure = price.Failure is { } kind ? JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()) : null;
        return new ProposalRow(id, line.Line.Sku, line.Line.FromQuantity, new ProposedPrice(line.Line.UnitPrice, price.UnitPrice, price.Floor, price.Ceiling, margin))
            .Because(JsonSerializer.Serialize(price.Reasons, CrmJson.Options), failure);
    }

    /// <param name="Products">How many were worked off.</param>
    /// <param name="Rows">Lines of them that a rule is for.</param>
    /// <param name="Failures">Those of them without a price.</param>
    /// <param name="IsDone">Nothing is left to do.</param>
    private sealed record Mark(int Products, int Rows, int Failures, bool IsDone);
}
