using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Listing;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Api.Opportunities;

/// <summary>What customers may buy.</summary>
internal static class OpportunityEndpoints
{
    private const string Resource = OpportunityInput.Resource;

    private static readonly ListSpec<Opportunity, OpportunityRow> List = new ListSpec<Opportunity, OpportunityRow>(Resource)
        .Field("title", o => o.Title)
        .Field("customerId", o => o.CustomerId)
        .Field("state", o => o.State)
        .Field("pipelineId", o => o.PipelineId, sortable: false)
        .Field("stage", o => o.Stage, sortable: false)
        .Field("category", o => o.Category, sortable: false)
        .Field("currency", o => o.Currency, sortable: false)
        .Field("amount", o => o.Amount)
        .Field("expectedClose", o => o.ExpectedClose)
        .Field("nextStepOn", o => o.NextStepOn)
        .Field("ownerId", o => o.OwnerId)
        .Field("unitId", o => o.UnitId)
        .Field("source", o => o.Source, sortable: false)
        .Field("channel", o => o.Channel, sortable: false)
        .Field("openedAt", o => o.OpenedAt)
        .Field("closedOn", o => o.ClosedOn)
        .Field("reason", o => o.Reason, sortable: false)
        .DefaultSort("expectedClose")
        .Key(o => o.Id)
        .SearchIn("title")
        .Expand<Customer, CustomerRow>("customer", o => o.CustomerId, () => CustomerList.Basic, services => services.GetRequiredService<CustomersDbContext>().ReadableCustomers)
        .Select(OpportunityRow.FromOpportunity);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var opportunities = routes.MapGroup("/opportunities").WithTags("Opportunities");
        opportunities.MapGet("/", Search).WithList(List).Requires(OpportunityPermissions.Read);
        opportunities.MapGet("/summary", PipelineSummary.Get).WithSummary("Count, amount and weighted amount by stage, owner, category, month or reason, now or as it was on a day: of what is open, or state=won or lost; by category of what is open or won")
            .Requires(OpportunityPermissions.Read);
        opportunities.MapGet("/{id:guid}", Get).Requires(OpportunityPermissions.Read);
        opportunities.MapPost("/", Open).Requires(OpportunityPermissions.Write);
        opportunities.MapPut("/{id:guid}", Change).Requires(OpportunityPermissions.Write);
        opportunities.MapPatch("/{id:guid}", Patch).Requires(OpportunityPermissions.Write);
        opportunities.MapPost("/{id:guid}/move", Move).Requires(OpportunityPermissions.Write);
        opportunities.MapPost("/{id:guid}/win", Win).Requires(OpportunityPermissions.Write);
        opportunities.MapPost("/{id:guid}/lose", Lose).Requires(OpportunityPermissions.Write);
        opportunities.MapPost("/{id:guid}/reopen", Reopen).Requires(OpportunityPermissions.Write);
        opportunities.MapDelete("/{id:guid}", Delete).Requires(OpportunityPermissions.Delete);
        opportunities.MapHistory<CustomersDbContext, Opportunity>(OpportunityPermissions.Read, One, personOf: o => o.CustomerId.Value);
        opportunities.MapAttachments<CustomersDbContext, Opportunity>(OpportunityPermissions.Read, OpportunityPermissions.Write, One, personOf: o => o.CustomerId.Value);
        routes.MapGet("/customers/{id:guid}/opportunities", OfCustomer).WithList(List).WithTags("Opportunities").Requires(OpportunityPermissions.Read);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes) =>
        routes.MapPost("/opportunities/{id:guid}/restore", Restore).WithTags("Opportunities").Requires(OpportunityPermissions.Restore);

    private static Task<PageOf<OpportunityRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => List.Page(db.Opportunities, request, ct);

    private static async Task<PageOf<OpportunityRow>> OfCustomer(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        return await List.Page(db.Opportunities.Where(o => family.Contains(o.CustomerId)), request, ct);
    }

    private static async Task<OneOf<OpportunityView>> Get(Guid id, OneRequest request, CustomersDbContext db, TimeProvider time, CancellationToken ct)
    {
        var opportunity = await Find(db, id, ct);
        // How long it has been where it is changes by itself.
        return request.Answer(Resource, OpportunityView.Of(opportunity, time.GetUtcNow()), opportunity.Version, isCoveredByVersion: false);
    }

    private static async Task<Created<OpportunitySaved>> Open(OpenOpportunity command, ICommandHandler<OpenOpportunity, OpportunitySaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/opportunities/{saved.Id}", saved);
    }

    private static async Task<Ok<OpportunitySaved>> Change(
        Guid id, OpportunityInput opportunity, ICommandHandler<ChangeOpportunity, OpportunitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangeOpportunity(id, opportunity), ct));

    private static async Task<Ok<OpportunitySaved>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, CustomersDbContext db, ICommandHandler<ChangeOpportunity, OpportunitySaved> handler, CancellationToken ct)
    {
        var input = unseen.Patched(Resource, patch, OpportunityInput.Of(await Find(db, id, ct)));
        return TypedResults.Ok(await handler.Handle(new ChangeOpportunity(id, input), ct));
    }

    private static async Task<Ok<OpportunitySaved>> Move(Guid id, MoveOpportunity command, ICommandHandler<MoveOpportunity, OpportunitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<OpportunitySaved>> Win(Guid id, WinOpportunity command, ICommandHandler<WinOpportunity, OpportunitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<OpportunitySaved>> Lose(Guid id, LoseOpportunity command, ICommandHandler<LoseOpportunity, OpportunitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<OpportunitySaved>> Reopen(Guid id, ReopenOpportunity command, ICommandHandler<ReopenOpportunity, OpportunitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeleteOpportunity, OpportunitySaved> handler, CancellationToken ct)
    {
        await handler.Handle(new DeleteOpportunity(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<OpportunitySaved>> Restore(Guid id, ICommandHandler<RestoreOpportunity, OpportunitySaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RestoreOpportunity(id), ct));

    private static async Task<Opportunity> Find(CustomersDbContext db, Guid id, CancellationToken ct) =>
        await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("opportunity", id.ToString());

    private static IQueryable<Opportunity> One(CustomersDbContext db, Guid id)
    {
        var key = new OpportunityId(id);
        return db.Opportunities.AsSplitQuery().Where(o => o.Id == key);
    }
}
