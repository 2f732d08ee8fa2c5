using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Opportunities;
using Crm.Customers.Domain.Opportunities;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Opportunities;

/// <summary>The stages of opportunities, and why they are won or lost.</summary>
internal static class PipelineEndpoints
{
    private const string Resource = "pipelines";

    private static readonly ListSpec<OutcomeReason, OutcomeReasonView> Reasons = new ListSpec<OutcomeReason, OutcomeReasonView>("outcome-reasons")
        .Field("outcome", r => r.Outcome)
        .Field("code", r => r.Code)
        .Field("isActive", r => r.IsActive, sortable: false)
        .DefaultSort("outcome,code")
        .Key(r => r.Id)
        .Select(OutcomeReasonView.FromReason);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pipelines", All).WithTags("Opportunities").Requires(OpportunityPermissions.ReadStages);
        routes.MapGet("/pipelines/{id:guid}", Get).WithTags("Opportunities").Requires(OpportunityPermissions.ReadStages);
        routes.MapGet("/outcome-reasons", SearchReasons).WithList(Reasons).WithTags("Opportunities").Requires(OpportunityPermissions.ReadStages);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var pipelines = routes.MapGroup("/pipelines").WithTags("Opportunities");
        pipelines.MapPost("/", Lay).Requires(OpportunityPermissions.Configure);
        pipelines.MapPut("/{id:guid}", Change).Requires(OpportunityPermissions.Configure);
        var reasons = routes.MapGroup("/outcome-reasons").WithTags("Opportunities");
        reasons.MapPost("/", Make).Requires(OpportunityPermissions.Configure);
        reasons.MapPut("/{id:guid}", ChangeReason).Requires(OpportunityPermissions.Configure);
    }

    // A handful, made by administrators.
    private static async Task<Ok<IReadOnlyList<PipelineView>>> All(CustomersDbContext db, CancellationToken ct)
    {
        var pipelines = await db.Pipelines.AsNoTracking().OrderBy(p => p.Code).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<PipelineView>>([.. pipelines.Select(PipelineView.Of)]);
    }

    private static async Task<OneOf<PipelineView>> Get(Guid id, OneRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var key = new PipelineId(id);
        var pipeline = await db.Pipelines.AsNoTracking().SingleOrDefaultAsync(p => p.Id == key, ct) ?? throw new ResourceNotFound("pipeline", id.ToString());
        return request.Answer(Resource, PipelineView.Of(pipeline), pipeline.Version);
    }

    private static Task<PageOf<OutcomeReasonView>> SearchReasons(ListRequest request, CustomersDbContext db, CancellationToken ct) => Reasons.Page(db.OutcomeReasons, request, ct);

    private static async Task<Created<PipelineSaved>> Lay(LayPipeline command, ICommandHandler<LayPipeline, PipelineSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/pipelines/{saved.Id}", saved);
    }

    private static async Task<Ok<PipelineSaved>> Change(Guid id, ChangePipeline command, ICommandHandler<ChangePipeline, PipelineSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Created<OutcomeReasonSaved>> Make(
        MakeOutcomeReason command, ICommandHandler<MakeOutcomeReason, OutcomeReasonSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/outcome-reasons?filter[code]={saved.Code}", saved);
    }

    private static async Task<Ok<OutcomeReasonSaved>> ChangeReason(
        Guid id, ChangeOutcomeReason command, ICommandHandler<ChangeOutcomeReason, OutcomeReasonSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
}
