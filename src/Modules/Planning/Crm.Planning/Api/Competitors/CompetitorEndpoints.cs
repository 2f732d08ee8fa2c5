using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application;
using Crm.Planning.Application.Competitors;
using Crm.Planning.Domain.Competitors;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api.Competitors;

internal static class CompetitorEndpoints
{
    private const string Resource = CompetitorInput.Resource;

    private static readonly ListSpec<Competitor, CompetitorView> List = new ListSpec<Competitor, CompetitorView>(Resource)
        .Field("code", c => c.Code)
        .Field("name", c => c.Name)
        .Field("isArchived", c => c.IsArchived, sortable: false)
        .SearchIn("code", "name")
        .DefaultSort("name")
        .Key(c => c.Id)
        .Select(CompetitorView.FromCompetitor);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var competitors = routes.MapGroup("/competitors").WithTags("Competitors");
        competitors.MapGet("/", Search).WithList(List).Requires(ResearchPermissions.ReadMarkets);
        competitors.MapGet("/{id:guid}", Get).Requires(ResearchPermissions.ReadMarkets);
        competitors.MapPost("/", Create).Requires(ResearchPermissions.WriteMarkets);
        competitors.MapPut("/{id:guid}", Change).Requires(ResearchPermissions.WriteMarkets);
        competitors.MapPatch("/{id:guid}", Patch).Requires(ResearchPermissions.WriteMarkets);
        competitors.MapHistory<PlanningDbContext, Competitor>(ResearchPermissions.ReadMarkets, One);
    }

    private static Task<PageOf<CompetitorView>> Search(ListRequest request, PlanningDbContext db, CancellationToken ct) => List.Page(db.Set<Competitor>(), request, ct);

    private static async Task<OneOf<CompetitorView>> Get(Guid id, OneRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var competitor = await Find(db, id, ct);
        return request.Answer(Resource, CompetitorView.Of(competitor), competitor.Version);
    }

    private static async Task<Created<CompetitorReply>> Create(
        CreateCompetitor command, ICommandHandler<CreateCompetitor, CompetitorReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/planning/competitors/{reply.Id}", reply);
    }

    private static async Task<Ok<CompetitorReply>> Change(
        Guid id, CompetitorInput competitor, ICommandHandler<ChangeCompetitor, CompetitorReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangeCompetitor(id, competitor), ct));

    private static async Task<Ok<CompetitorReply>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, PlanningDbContext db, ICommandHandler<ChangeCompetitor, CompetitorReply> handler, CancellationToken ct)
    {
        var input = unseen.Patched(Resource, patch, CompetitorInput.Of(await Find(db, id, ct)));
        return TypedResults.Ok(await handler.Handle(new ChangeCompetitor(id, input), ct));
    }

    private static async Task<Competitor> Find(PlanningDbContext db, Guid id, CancellationToken ct) =>
        await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("competitor", id.ToString());

    private static IQueryable<Competitor> One(PlanningDbContext db, Guid id)
    {
        var key = new CompetitorId(id);
        return db.Set<Competitor>().Where(c => c.Id == key);
    }
}

/// <summary>Somebody who sells what the company sells.</summary>
internal sealed record CompetitorView(Guid Id, string Code, string Name, string? Website, string? Note, bool IsArchived, DateTimeOffset CreatedAt, int Version)
{
    public static readonly Expression<Func<Competitor, CompetitorView>> FromCompetitor = c => new CompetitorView(
        c.Id.Value, c.Code, c.Name, c.Website, c.Note, c.IsArchived, c.CreatedAt, c.Version);

    public static CompetitorView Of(Competitor c) => new(c.Key, c.Code, c.Name, c.Website, c.Note, c.IsArchived, c.CreatedAt, c.Version);
}
