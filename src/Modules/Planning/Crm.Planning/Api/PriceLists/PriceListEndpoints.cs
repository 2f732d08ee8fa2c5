using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application.PriceLists;
using Crm.Planning.Application.Proposals;
using Crm.Planning.Domain.PriceLists;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api.PriceLists;

internal static class PriceListEndpoints
{
    private const string Resource = PriceListInput.Resource;

    private static readonly ListSpec<PlannedPriceList, PriceListRow> List = new ListSpec<PlannedPriceList, PriceListRow>(Resource)
        .Field("code", l => l.Code)
        .Field("name.english", l => l.English)
        .Field("state", l => l.State, sortable: false)
        .Field("next", l => l.Next, sortable: false)
        .Field("currency", l => l.Currency, sortable: false)
        .Field("from", l => l.ValidFrom, sortable: false)
        .Field("to", l => l.ValidTo, sortable: false)
        .Field("ownerId", l => l.OwnerId)
        .Field("unitId", l => l.UnitId)
        .Field("createdAt", l => l.CreatedAt)
        .SearchIn("code", "name.english")
        .DefaultSort("code")
        .Key(l => l.Id)
        .Select(PriceListRow.FromList);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var lists = routes.MapGroup("/price-lists").WithTags("Price lists");
        lists.MapGet("/", Search).WithList(List).Requires(PriceListPermissions.Read);
        lists.MapGet("/{id:guid}", Get).Requires(PriceListPermissions.Read);
        lists.MapPost("/", Create).Requires(PriceListPermissions.Write);
        lists.MapPut("/{id:guid}", Change).Requires(PriceListPermissions.Write);
        lists.MapPatch("/{id:guid}", Patch).Requires(PriceListPermissions.Write);
        lists.MapDelete("/{id:guid}", Delete).Requires(PriceListPermissions.Delete);
        lists.MapGet("/{id:guid}/versions", Versions).Requires(PriceListPermissions.Read);
        lists.MapGet("/{id:guid}/versions/{number:int}", OneVersion).Requires(PriceListPermissions.Read);
        lists.MapPost("/{id:guid}/propose", Propose).Requires(PriceListPermissions.Propose);
        lists.MapPost("/{id:guid}/approve", Approve).Requires(PriceListPermissions.Approve);
        lists.MapPost("/{id:guid}/publish", Publish).Requires(PriceListPermissions.Publish);
        lists.MapPost("/{id:guid}/suspend", Turn(PriceListTurn.Suspended)).Requires(PriceListPermissions.Publish);
        lists.MapPost("/{id:guid}/resume", Turn(PriceListTurn.Resumed)).Requires(PriceListPermissions.Publish);
        lists.MapPost("/{id:guid}/end", Turn(PriceListTurn.Ended)).Requires(PriceListPermissions.Publish);
        lists.MapPost("/{id:guid}/archive", Turn(PriceListTurn.Archived)).Requires(PriceListPermissions.Publish);
        routes.MapPost("/price-rules/evaluations", Evaluate).WithTags("Price lists").Requires(PriceListPermissions.Propose);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes) =>
        routes.MapPost("/price-lists/{id:guid}/restore", Restore).WithTags("Price lists").Requires(PriceListPermissions.Restore);

    public static async Task<PlannedPriceList> Find(PlanningDbContext db, Guid id, CancellationToken ct)
    {
        var key = new PlannedPriceListId(id);
        return await db.Set<PlannedPriceList>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == key, ct)
            ?? throw new ResourceNotFound("price-list", id.ToString());
    }

    private static Task<PageOf<PriceListRow>> Search(ListRequest request, PlanningDbContext db, CancellationToken ct) =>
        List.Page(db.Set<PlannedPriceList>(), request, ct);

    private static async Task<OneOf<PriceListView>> Get(Guid id, OneRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var list = await Find(db, id, ct);
        return request.Answer(Resource, PriceListView.Of(list), list.Version);
    }

    private static async Task<Created<PriceListReply>> Create(CreatePriceList command, ICommandHandler<CreatePriceList, PriceListReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/planning/price-lists/{reply.Id}", reply);
    }

    private static async Task<Ok<PriceListReply>> Change(
        Guid id, PriceListInput list, ICommandHandler<ChangePriceList, PriceListReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangePriceList(id, list), ct));

    private static async Task<Ok<PriceListReply>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, PlanningDbContext db, ICommandHandler<ChangePriceList, PriceListReply> handler, CancellationToken ct)
    {
        var input = unseen.Patched(Resource, patch, PriceListInput.Of(await Find(db, id, ct)));
        return TypedResults.Ok(await handler.Handle(new ChangePriceList(id, input), ct));
    }

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeletePriceList, PriceListReply> handler, CancellationToken ct)
    {
        await handler.Handle(new DeletePriceList(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PriceListReply>> Restore(Guid id, ICommandHandler<RestorePriceList, PriceListReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RestorePriceList(id), ct));

    private static async Task<Ok<IReadOnlyList<VersionRow>>> Versions(Guid id, PlanningDbContext db, CancellationToken ct)
    {
        IReadOnlyList<VersionRow> versions = [.. (await Find(db, id, ct)).Versions.OrderByDescending(v => v.Number).Select(VersionRow.Of)];
        return TypedResults.Ok(versions);
    }

    private static async Task<Ok<PublishedVersion>> OneVersion(Guid id, int number, PlanningDbContext db, CancellationToken ct)
    {
        var list = await Find(db, id, ct);
        var version = list.Versions.SingleOrDefault(v => v.Number == number) ?? throw new ResourceNotFound("price-list-version", $"{list.Code}/{number}");
        var text = await db.Set<PublishedListText>().AsNoTracking().SingleAsync(t => t.PriceListId == list.Id && t.Number == number, ct);
        return TypedResults.Ok(PublishedVersion.Of(version, text.Text));
    }

    private static async Task<AcceptedOperation> Propose(Guid id, ProposalAsked asked, ICommandHandler<ProposePrices, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new ProposePrices(id, asked.Observations ?? []), ct));

    private static async Task<Ok<PriceListReply>> Approve(Guid id, ICommandHandler<ApprovePriceList, PriceListReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ApprovePriceList(id), ct));

    private static async Task<Ok<PriceListReply>> Publish(Guid id, ICommandHandler<PublishPriceList, PriceListReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new PublishPriceList(id), ct));

    private static Func<Guid, TurnAsked, ICommandHandler<TurnPriceList, PriceListReply>, CancellationToken, Task<Ok<PriceListReply>>> Turn(PriceListTurn to) =>
        async (id, asked, handler, ct) => TypedResults.Ok(await handler.Handle(new TurnPriceList(id, to, asked.Reason), ct));

    private static async Task<Ok<IReadOnlyList<RuleAnswer>>> Evaluate(RuleQuestion question, RuleEvaluation evaluation, CancellationToken ct) =>
        TypedResults.Ok(await evaluation.Answer(question, ct));
}
