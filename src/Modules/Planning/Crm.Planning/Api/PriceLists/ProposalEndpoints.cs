using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application.PriceLists;
using Crm.Planning.Application.Proposals;
using Crm.Planning.Domain.Proposals;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api.PriceLists;

internal static class ProposalEndpoints
{
    private const string Resource = "priceProposals";

    private static readonly ListSpec<PriceProposal, ProposalView> List = new ListSpec<PriceProposal, ProposalView>(Resource)
        .Field("priceListId", p => p.PriceListId)
        .Field("state", p => p.State, sortable: false)
        .Field("madeAt", p => p.MadeAt)
        .DefaultSort("-madeAt")
        .Key(p => p.Id)
        .Select(ProposalView.FromProposal);

    private static readonly ListSpec<ProposalRow, ProposalRowView> Rows = new ListSpec<ProposalRow, ProposalRowView>("proposalRows")
        .Field("sku", r => r.Sku)
        .Field("decision", r => r.Decision, sortable: false)
        .Field("changeRate", r => r.ChangeRate, sortable: false)
        .Field("marginRate", r => r.MarginRate, sortable: false)
        .DefaultSort("sku")
        .Key(r => r.Id)
        .Select(ProposalRowView.FromRow);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var proposals = routes.MapGroup("/proposals").WithTags("Price lists");
        proposals.MapGet("/", Search).WithList(List).Requires(PriceListPermissions.ReadProposals);
        proposals.MapGet("/{id:guid}", Get).Requires(PriceListPermissions.ReadProposals);
        proposals.MapGet("/{id:guid}/rows", SearchRows).WithList(Rows).Requires(PriceListPermissions.ReadProposals);
        proposals.MapGet("/{id:guid}/rows/{row:guid}/reasons", Explain).Requires(PriceListPermissions.ReadProposals);
        proposals.MapPost("/{id:guid}/decisions", Decide).Requires(PriceListPermissions.Decide);
    }

    private static async Task<PriceProposal> Find(PlanningDbContext db, Guid id, CancellationToken ct)
    {
        var key = new PriceProposalId(id);
        return await db.Set<PriceProposal>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == key, ct) ?? throw new ResourceNotFound("price-proposal", id.ToString());
    }

    private static Task<PageOf<ProposalView>> Search(ListRequest request, PlanningDbContext db, CancellationToken ct) => List.Page(db.Set<PriceProposal>(), request, ct);

    private static async Task<OneOf<ProposalView>> Get(Guid id, OneRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var proposal = await Find(db, id, ct);
        return request.Answer(Resource, ProposalView.Of(proposal), proposal.Version);
    }

    private static async Task<PageOf<ProposalRowView>> SearchRows(Guid id, ListRequest request, PlanningDbContext db, CallerContext caller, CancellationToken ct)
    {
        caller.Caller.RequireSeenCosts();
        var proposal = await Find(db, id, ct);
        return await Rows.Page(db.Set<ProposalRow>().Where(r => r.ProposalId == proposal.Id), request, ct);
    }

    private static async Task<Ok<ProposalExplanation>> Explain(Guid id, Guid row, PlanningDbContext db, CallerContext caller, CancellationToken ct)
    {
        caller.Caller.RequireSeenCosts();
        var proposal = await Find(db, id, ct);
        var found = await db.Set<ProposalRow>().AsNoTracking().SingleOrDefaultAsync(r => r.ProposalId == proposal.Id && r.Id == row, ct)
            ?? throw new ResourceNotFound("proposal-row", row.ToString());
        return TypedResults.Ok(ProposalExplanation.Of(found, caller.Language));
    }

    private static async Task<Ok<ProposalReply>> Decide(
        Guid id, ProposalDecisions decisions, ICommandHandler<DecideProposal, ProposalReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new DecideProposal(id, decisions), ct));
}

/// <summary>A proposal, without its prices.</summary>
internal sealed record ProposalView(
    Guid Id, Guid PriceListId, string Code, ProposalState State, DateTimeOffset MadeAt, Guid? MadeById, int Rows, int Failures, int Open, int Version)
{
    public static readonly Expression<Func<PriceProposal, ProposalView>> FromProposal = p => new ProposalView(
        p.Id.Value, p.PriceListId.Value, p.Code, p.State, p.MadeAt, p.MadeById, p.RowCount, p.FailureCount, p.OpenCount, p.Version);

    private static readonly Func<PriceProposal, ProposalView> Compiled = FromProposal.Compile();

    public static ProposalView Of(PriceProposal proposal) => Compiled(proposal);
}

/// <summary>A proposed price; how it comes about stands at its address under <c>reasons</c>.</summary>
internal sealed record ProposalRowView(
    Guid Id,
    string Sku,
    int FromQuantity,
    decimal? Present,
    decimal? Proposed,
    decimal? ChangeRate,
    decimal? MarginRate,
    decimal? Floor,
    decimal? Ceiling,
    string? Failure,
    ProposalDecision Decision)
{
    public static readonly Expression<Func<ProposalRow, ProposalRowView>> FromRow = r => new ProposalRowView(
        r.Id, r.Sku, r.FromQuantity, r.Present, r.Proposed, r.ChangeRate, r.MarginRate, r.Floor, r.Ceiling, r.Failure, r.Decision);
}
