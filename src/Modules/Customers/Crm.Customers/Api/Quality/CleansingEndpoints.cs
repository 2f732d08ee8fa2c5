using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Listing;
using Crm.Customers.Application.Quality;
using Crm.Customers.Domain.Quality;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Quality;

/// <summary>Corrections of many customers: proposed, approved, applied, undone. Whoever started them sees them.</summary>
internal static class CleansingEndpoints
{
    private static readonly ListSpec<Cleansing, CleansingView> List = new ListSpec<Cleansing, CleansingView>("cleansings")
        .Field("createdAt", c => c.CreatedAt)
        .Field("state", c => c.State, sortable: false)
        .DefaultSort("-createdAt")
        .Key(c => c.Id)
        .Select(c => new CleansingView(c.Id.Value, c.Kinds, c.State, c.CreatedAt, c.CreatedBy, c.Version));

    private static readonly ListSpec<CleansingProposal, ProposalView> Proposals = new ListSpec<CleansingProposal, ProposalView>("cleansing-proposals")
        .Field("number", p => p.Number)
        .Field("kind", p => p.Kind, sortable: false)
        .Field("state", p => p.State, sortable: false)
        .Field("customerId", p => p.CustomerId, sortable: false)
        .DefaultSort("number")
        .Key(p => p.Id)
        .Select(p => new ProposalView(p.Id, p.CustomerId.Value, p.Number, p.Kind, p.Field, p.Before, p.After, p.State));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var cleansings = routes.MapGroup("/cleansings").WithTags("Quality");
        cleansings.MapPost("/", Start).WithSummary("Look for what can be corrected: 202 with the operation").Requires(QualityPermissions.Cleanse);
        cleansings.MapGet("/", Search).WithList(List).Requires(QualityPermissions.Cleanse);
        cleansings.MapGet("/{id:guid}", Get).Requires(QualityPermissions.Cleanse);
        cleansings.MapGet("/{id:guid}/proposals", SearchProposals).WithList(Proposals).Requires(QualityPermissions.Cleanse);
        cleansings.MapPost("/{id:guid}/approve", (Guid id, DecideProposals command, ICommandHandler<DecideProposals, ProposalsDecided> handler, CustomersDbContext db, CallerContext caller, CancellationToken ct) =>
            Decide(id, command, isApproved: true, handler, db, caller, ct)).Requires(QualityPermissions.Cleanse);
        cleansings.MapPost("/{id:guid}/reject", (Guid id, DecideProposals command, ICommandHandler<DecideProposals, ProposalsDecided> handler, CustomersDbContext db, CallerContext caller, CancellationToken ct) =>
            Decide(id, command, isApproved: false, handler, db, caller, ct)).Requires(QualityPermissions.Cleanse);
        cleansings.MapPost("/{id:guid}/apply", Apply).Requires(QualityPermissions.Cleanse);
        cleansings.MapPost("/{id:guid}/undo", Undo).Requires(QualityPermissions.Cleanse);
    }

    private static async Task<AcceptedOperation> Start(
        StartCleansing command, IServiceProvider services, CustomersDbContext db, ICommandHandler<StartCleansing, OperationId> handler, CancellationToken ct)
    {
        // What is wrong with the filter is told now, and not by an operation that fails.
        var request = ListRequest.From((command.Query ?? "").TrimStart('?'), services);
        (await CustomerList.For(request, db, ct)).Matching(db.Customers, request);
        return Operations.Accepted(await handler.Handle(command, ct));
    }

    private static Task<PageOf<CleansingView>> Search(ListRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct) => List.Page(Own(db, caller), request, ct);

    private static async Task<OneOf<CleansingView>> Get(Guid id, OneRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var key = await Demand(id, db, caller, ct);
        var c = await db.Set<Cleansing>().AsNoTracking().SingleAsync(x => x.Id == key, ct);
        return request.Answer("cleansings", new CleansingView(c.Key, c.Kinds, c.State, c.CreatedAt, c.CreatedBy, c.Version), c.Version);
    }

    private static async Task<PageOf<ProposalView>> SearchProposals(Guid id, ListRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var key = await Demand(id, db, caller, ct);
        return await Proposals.Page(db.Set<CleansingProposal>().Where(p => p.CleansingId == key), request, ct);
    }

    private static async Task<Ok<ProposalsDecided>> Decide(
        Guid id, DecideProposals command, bool isApproved, ICommandHandler<DecideProposals, ProposalsDecided> handler, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        await Demand(id, db, caller, ct);
        return TypedResults.Ok(await handler.Handle(command with { CleansingId = id, IsApproved = isApproved }, ct));
    }

    private static async Task<AcceptedOperation> Apply(Guid id, ICommandHandler<ApplyCleansing, OperationId> handler, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        await Demand(id, db, caller, ct);
        return Operations.Accepted(await handler.Handle(new ApplyCleansing(id), ct));
    }

    private static async Task<AcceptedOperation> Undo(Guid id, ICommandHandler<UndoCleansing, OperationId> handler, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        await Demand(id, db, caller, ct);
        return Operations.Accepted(await handler.Handle(new UndoCleansing(id), ct));
    }

    private static async Task<CleansingId> Demand(Guid id, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var key = new CleansingId(id);
        return await Own(db, caller).AnyAsync(c => c.Id == key, ct) ? key : throw new ResourceNotFound("cleansing", id.ToString());
    }

    private static IQueryable<Cleansing> Own(CustomersDbContext db, CallerContext caller)
    {
        var (callerId, all) = (caller.Caller.Id, caller.Scope == RowScope.All);
        return db.Set<Cleansing>().Where(c => all || c.CreatedBy == callerId);
    }
}

/// <summary>Corrections that were looked for together.</summary>
internal sealed record CleansingView(Guid Id, IReadOnlyList<string> Kinds, CleansingState State, DateTimeOffset CreatedAt, Guid CreatedBy, int Version);

/// <summary>One correction of one customer.</summary>
/// <param name="Number">Counts the proposals of one cleansing.</param>
/// <param name="Field">Path in the customer.</param>
internal sealed record ProposalView(Guid Id, Guid CustomerId, long Number, string Kind, string Field, string Before, string After, ProposalState State);
