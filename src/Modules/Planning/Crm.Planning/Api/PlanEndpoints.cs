using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application;
using Crm.Planning.Application.Plans;
using Crm.Planning.Domain;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api;

internal static class PlanEndpoints
{
    private const string Resource = PlanInput.Resource;

    private static readonly ListSpec<SalesPlan, PlanRow> List = new ListSpec<SalesPlan, PlanRow>(Resource)
        .Field("name", p => p.Name)
        .Field("firstMonth", p => p.FirstMonth)
        .Field("lastMonth", p => p.LastMonth)
        .Field("currency", p => p.Currency, sortable: false)
        .Field("state", p => p.State, sortable: false)
        .Field("ownerId", p => p.OwnerId)
        .Field("unitId", p => p.UnitId)
        .Field("createdAt", p => p.CreatedAt)
        .SearchIn("name")
        .DefaultSort("-firstMonth,name")
        .Key(p => p.Id)
        .Select(PlanRow.FromPlan);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var plans = routes.MapGroup("/plans").WithTags("Plans");
        plans.MapGet("/", Search).WithList(List).Requires(PlanningPermissions.Read);
        plans.MapGet("/{id:guid}", Get).Requires(PlanningPermissions.Read);
        plans.MapPost("/", Create).Requires(PlanningPermissions.Write);
        plans.MapPost("/batch", Batch).Requires(PlanningPermissions.Write);
        plans.MapPut("/{id:guid}", Change).Requires(PlanningPermissions.Write);
        plans.MapPatch("/{id:guid}", Patch).Requires(PlanningPermissions.Write);
        plans.MapPut("/by-ref/{system}/{externalId}", PutByRef).Requires(PlanningPermissions.Write).WithoutIfMatch();
        plans.MapPut("/{id:guid}/targets", SetTargets).Requires(PlanningPermissions.Write);
        plans.MapPost("/{id:guid}/submit", Submit).Requires(PlanningPermissions.Write);
        plans.MapPost("/{id:guid}/return", Return).Requires(PlanningPermissions.Approve);
        plans.MapPost("/{id:guid}/activate", Activate).Requires(PlanningPermissions.Approve);
        plans.MapPost("/{id:guid}/revisions", Revise).Requires(PlanningPermissions.Write);
        plans.MapPost("/{id:guid}/approve", Approve).Requires(PlanningPermissions.Approve);
        plans.MapPost("/{id:guid}/close", Close).Requires(PlanningPermissions.Approve);
        plans.MapDelete("/{id:guid}", Delete).Requires(PlanningPermissions.Delete);
        plans.MapAttachments<PlanningDbContext, SalesPlan>(PlanningPermissions.Read, PlanningPermissions.Write, One);
        PlanContentEndpoints.Map(plans);
        AttainmentEndpoints.Map(plans);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/plans/{id:guid}/restore", Restore).WithTags("Plans").Requires(PlanningPermissions.Restore);
        AttainmentEndpoints.MapAdmin(routes);
    }

    public static async Task<SalesPlan> Find(PlanningDbContext db, Guid id, CancellationToken ct) =>
        await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("sales-plan", id.ToString());

    private static IQueryable<SalesPlan> One(PlanningDbContext db, Guid id)
    {
        var key = new SalesPlanId(id);
        return db.Plans.AsSplitQuery().Where(p => p.Id == key);
    }

    private static Task<PageOf<PlanRow>> Search(ListRequest request, PlanningDbContext db, CancellationToken ct) => List.Page(db.Plans, request, ct);

    private static async Task<OneOf<PlanView>> Get(Guid id, OneRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var plan = await Find(db, id, ct);
        return request.Answer(Resource, PlanView.Of(plan), plan.Version);
    }

    private static async Task<Created<PlanReply>> Create(CreatePlan command, ICommandHandler<CreatePlan, PlanReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/planning/plans/{reply.Id}", reply);
    }

    private static Task<BatchResult<PlanReply>> Batch(
        BatchRequest<CreatePlan> batch, BatchRunner runner, ICommandHandler<CreatePlan, PlanReply> handler, CancellationToken ct) =>
        runner.Run(batch, handler, ct);

    private static async Task<Ok<PlanReply>> Change(
        Guid id, PlanInput plan, ICommandHandler<ChangePlan, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangePlan(id, plan), ct));

    private static async Task<Ok<PlanReply>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, PlanningDbContext db, ICommandHandler<ChangePlan, PlanReply> handler, CancellationToken ct)
    {
        var input = unseen.Patched(Resource, patch, PlanInput.Of(await Find(db, id, ct)));
        return TypedResults.Ok(await handler.Handle(new ChangePlan(id, input), ct));
    }

    private static async Task<Results<Ok<PlanReply>, Created<PlanReply>>> PutByRef(
        string system, string externalId, PlanInput plan, ICommandHandler<PutPlanByRef, PutPlanReply> handler, CancellationToken ct)
    {
        var put = await handler.Handle(new PutPlanByRef(system, externalId, plan), ct);
        return put.WasCreated ? TypedResults.Created($"/api/v1/planning/plans/{put.Plan.Id}", put.Plan) : TypedResults.Ok(put.Plan);
    }

    private static async Task<Ok<PlanReply>> SetTargets(
        Guid id, TargetsInput body, ICommandHandler<SetTargets, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new SetTargets(id, body.Targets), ct));

    private static async Task<Ok<PlanReply>> Submit(Guid id, ICommandHandler<SubmitPlan, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new SubmitPlan(id), ct));

    private static async Task<Ok<PlanReply>> Return(Guid id, ReturnInput body, ICommandHandler<ReturnPlan, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ReturnPlan(id, body.Reason), ct));

    private static async Task<Ok<PlanReply>> Activate(Guid id, ICommandHandler<ActivatePlan, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ActivatePlan(id), ct));

    private static async Task<Created<PlanReply>> Revise(Guid id, ICommandHandler<RevisePlan, PlanReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(new RevisePlan(id), ct);
        return TypedResults.Created($"/api/v1/planning/plans/{reply.Id}", reply);
    }

    private static async Task<Ok<PlanReply>> Approve(Guid id, ICommandHandler<ApprovePlan, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ApprovePlan(id), ct));

    private static async Task<Ok<PlanReply>> Close(Guid id, ICommandHandler<ClosePlan, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ClosePlan(id), ct));

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeletePlan, PlanReply> handler, CancellationToken ct)
    {
        await handler.Handle(new DeletePlan(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PlanReply>> Restore(Guid id, ICommandHandler<RestorePlan, PlanReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RestorePlan(id), ct));
}
