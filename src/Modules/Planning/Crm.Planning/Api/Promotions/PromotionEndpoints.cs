using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application.Promotions;
using Crm.Planning.Domain.Promotions;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api.Promotions;

/// <summary>Promotions from the first draft to the end, and what is used of them.</summary>
internal static class PromotionEndpoints
{
    private const string Resource = PromotionInput.Resource;

    private static readonly ListSpec<Promotion, PromotionRow> List = new ListSpec<Promotion, PromotionRow>(Resource)
        .Field("code", p => p.Code)
        .Field("nameEnglish", p => p.NameEnglish, sortable: false)
        .Field("nameChinese", p => p.NameChinese, sortable: false)
        .Field("state", p => p.State)
        .Field("from", p => p.From, sortable: false)
        .Field("to", p => p.To, sortable: false)
        .Field("costOwnerId", p => p.CostOwnerId, sortable: false)
        .Field("ownerId", p => p.OwnerId)
        .Field("unitId", p => p.UnitId)
        .Field("createdAt", p => p.CreatedAt)
        .Field("archivedAt", p => p.ArchivedAt, sortable: false)
        .SearchIn("code", "nameEnglish", "nameChinese")
        .DefaultSort("-createdAt")
        .Key(p => p.Id)
        .Select(PromotionRow.FromPromotion);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var promotions = routes.MapGroup("/promotions").WithTags("Promotions");
        promotions.MapGet("/", Search).WithList(List).Requires(PromotionPermissions.Read);
        promotions.MapGet("/{id:guid}", Get).Requires(PromotionPermissions.Read);
        promotions.MapGet("/{id:guid}/versions/{number:int}", GetVersion).Requires(PromotionPermissions.Read);
        promotions.MapGet("/{id:guid}/usage", GetUsage).WithSummary("What orders have had of it, and what is left").Requires(PromotionPermissions.Read);
        promotions.MapPost("/", Create).Requires(PromotionPermissions.Write);
        promotions.MapPost("/checks", Check).WithSummary("What is wrong with a promotion; nothing is saved").Requires(PromotionPermissions.Write);
        promotions.MapPut("/{id:guid}", Change).Requires(PromotionPermissions.Write);
        promotions.MapPatch("/{id:guid}", Patch).Requires(PromotionPermissions.Write);
        promotions.MapPost("/{id:guid}/approve", Approve).Requires(PromotionPermissions.Approve);
        promotions.MapPost("/{id:guid}/publish", Publish).WithSummary("Make the approved draft the next version, for good").Requires(PromotionPermissions.Publish);
        promotions.MapPost("/{id:guid}/suspend", Suspend).WithSummary("Stop it: the next order does not get it").Requires(PromotionPermissions.Publish);
        promotions.MapPost("/{id:guid}/resume", Resume).Requires(PromotionPermissions.Publish);
        promotions.MapPost("/{id:guid}/end", End).Requires(PromotionPermissions.Publish);
        promotions.MapPost("/{id:guid}/archive", Archive).Requires(PromotionPermissions.Publish);
        promotions.MapDelete("/{id:guid}", Delete).Requires(PromotionPermissions.Delete);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes) =>
        routes.MapPost("/promotions/{id:guid}/restore", Restore).WithTags("Promotions").Requires(PromotionPermissions.Restore);

    private static Task<PageOf<PromotionRow>> Search(ListRequest request, PlanningDbContext db, CancellationToken ct) => List.Page(db.Set<Promotion>(), request, ct);

    private static async Task<OneOf<PlannedPromotionView>> Get(Guid id, OneRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var promotion = await Find(db, id, ct);
        return request.Answer(Resource, PlannedPromotionView.Of(promotion), promotion.Version);
    }

    private static async Task<Ok<PromotionVersionView>> GetVersion(Guid id, int number, PlanningDbContext db, CancellationToken ct)
    {
        var version = (await Find(db, id, ct)).Versions.SingleOrDefault(v => v.Number == number) ?? throw new ResourceNotFound("promotion-version", $"{id}/{number}");
        return TypedResults.Ok(PromotionVersionView.Of(version));
    }

    private static async Task<Ok<UsageView>> GetUsage(Guid id, PlanningDbContext db, CancellationToken ct) =>
        TypedResults.Ok(await UsageView.Of(db, await Find(db, id, ct), ct));

    private static async Task<Created<PromotionReply>> Create(CreatePromotion command, ICommandHandler<CreatePromotion, PromotionReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/planning/promotions/{reply.Id}", reply);
    }

    private static async Task<Ok<CheckedPromotion>> Check(PromotionInput promotion, PromotionChecks checks, CallerContext caller, CancellationToken ct) =>
        TypedResults.Ok(await checks.Of(promotion, caller.Language, ct));

    private static async Task<Ok<PromotionReply>> Change(
        Guid id, PromotionInput promotion, ICommandHandler<ChangePromotion, PromotionReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangePromotion(id, promotion), ct));

    private static async Task<Ok<PromotionReply>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, PlanningDbContext db, ICommandHandler<ChangePromotion, PromotionReply> handler, CancellationToken ct)
    {
        var input = unseen.Patched(Resource, patch, PromotionInput.Of(await Find(db, id, ct)));
        return TypedResults.Ok(await handler.Handle(new ChangePromotion(id, input), ct));
    }

    private static async Task<Ok<PromotionReply>> Approve(Guid id, ICommandHandler<ApprovePromotion, PromotionReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ApprovePromotion(id), ct));

    private static async Task<Ok<PromotionReply>> Publish(Guid id, ICommandHandler<PublishPromotion, PromotionReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new PublishPromotion(id), ct));

    private static async Task<Ok<PromotionReply>> Suspend(
        Guid id, SuspensionInput body, ICommandHandler<SuspendPromotion, PromotionReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new SuspendPromotion(id, body.Reason), ct));

    private static async Task<Ok<PromotionReply>> Resume(Guid id, TurnInput body, ICommandHandler<ResumePromotion, PromotionReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ResumePromotion(id, body.Reason), ct));

    private static async Task<Ok<PromotionReply>> End(Guid id, TurnInput body, ICommandHandler<EndPromotion, PromotionReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new EndPromotion(id, body.Reason), ct));

    private static async Task<Ok<PromotionReply>> Archive(Guid id, ICommandHandler<ArchivePromotion, PromotionReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ArchivePromotion(id), ct));

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeletePromotion, PromotionReply> handler, CancellationToken ct)
    {
        await handler.Handle(new DeletePromotion(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PromotionReply>> Restore(Guid id, ICommandHandler<RestorePromotion, PromotionReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RestorePromotion(id), ct));

    private static async Task<Promotion> Find(PlanningDbContext db, Guid id, CancellationToken ct)
    {
        var key = new PromotionId(id);
        return await db.Set<Promotion>().AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(p => p.Id == key, ct) ?? throw new ResourceNotFound("promotion", id.ToString());
    }
}
