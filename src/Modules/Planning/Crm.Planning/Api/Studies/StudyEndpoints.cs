using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Planning.Application;
using Crm.Planning.Application.Studies;
using Crm.Planning.Domain.Studies;
using Crm.Planning.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Planning.Api.Studies;

internal static class StudyEndpoints
{
    private const string Resource = StudyInput.Resource;

    private static readonly ListSpec<Study, StudyRow> List = new ListSpec<Study, StudyRow>(Resource)
        .Field("code", s => s.Code, sortable: false)
        .Field("name", s => s.Name)
        .Field("from", s => s.From)
        .Field("state", s => s.State, sortable: false)
        .Field("ownerId", s => s.OwnerId, sortable: false)
        .Field("unitId", s => s.UnitId, sortable: false)
        .Field("createdAt", s => s.CreatedAt)
        .SearchIn("code", "name")
        .DefaultSort("-from")
        .Key(s => s.Id)
        .Select(StudyRow.FromStudy);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var studies = routes.MapGroup("/studies").WithTags("Studies");
        studies.MapGet("/", Search).WithList(List).Requires(ResearchPermissions.ReadStudies);
        studies.MapGet("/{id:guid}", Get).Requires(ResearchPermissions.ReadStudies);
        studies.MapPost("/", Design).Requires(ResearchPermissions.WriteStudies);
        studies.MapPut("/{id:guid}", Change).Requires(ResearchPermissions.WriteStudies);
        studies.MapPatch("/{id:guid}", Patch).Requires(ResearchPermissions.WriteStudies);
        studies.MapDelete("/{id:guid}", Delete).Requires(ResearchPermissions.DeleteStudies);
        studies.MapPost("/{id:guid}/field", Field).WithSummary("From now on answers are taken").Requires(ResearchPermissions.WriteStudies);
        studies.MapPost("/{id:guid}/complete", Complete).Requires(ResearchPermissions.WriteStudies);
        studies.MapPost("/{id:guid}/archive", Archive).Requires(ResearchPermissions.WriteStudies);
        studies.MapPost("/{id:guid}/findings", WriteFinding).Requires(ResearchPermissions.WriteStudies);
        studies.MapHistory<PlanningDbContext, Study>(ResearchPermissions.ReadStudies, One);
        ResponseEndpoints.Map(studies);
        ResultEndpoints.Map(studies);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes) =>
        routes.MapPost("/studies/{id:guid}/restore", Restore).WithTags("Studies").Requires(ResearchPermissions.RestoreStudies);

    public static async Task<Study> Find(PlanningDbContext db, Guid id, CancellationToken ct) =>
        await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("study", id.ToString());

    private static IQueryable<Study> One(PlanningDbContext db, Guid id)
    {
        var key = new StudyId(id);
        return db.Set<Study>().Where(s => s.Id == key);
    }

    private static Task<PageOf<StudyRow>> Search(ListRequest request, PlanningDbContext db, CancellationToken ct) => List.Page(db.Set<Study>(), request, ct);

    private static async Task<OneOf<StudyView>> Get(Guid id, OneRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var study = await Find(db, id, ct);
        return request.Answer(Resource, StudyView.Of(study), study.Version);
    }

    private static async Task<Created<StudyReply>> Design(DesignStudy command, ICommandHandler<DesignStudy, StudyReply> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/planning/studies/{reply.Id}", reply);
    }

    private static async Task<Ok<StudyReply>> Change(Guid id, StudyInput study, ICommandHandler<ChangeStudy, StudyReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangeStudy(id, study), ct));

    private static async Task<Ok<StudyReply>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, PlanningDbContext db, ICommandHandler<ChangeStudy, StudyReply> handler, CancellationToken ct)
    {
        var input = unseen.Patched(Resource, patch, StudyInput.Of(await Find(db, id, ct)));
        return TypedResults.Ok(await handler.Handle(new ChangeStudy(id, input), ct));
    }

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeleteStudy, StudyReply> handler, CancellationToken ct)
    {
        await handler.Handle(new DeleteStudy(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<StudyReply>> Restore(Guid id, ICommandHandler<RestoreStudy, StudyReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RestoreStudy(id), ct));

    private static async Task<Ok<StudyReply>> Field(Guid id, ICommandHandler<BeginFielding, StudyReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new BeginFielding(id), ct));

    private static async Task<Ok<StudyReply>> Complete(Guid id, ICommandHandler<CompleteStudy, StudyReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new CompleteStudy(id), ct));

    private static async Task<Ok<StudyReply>> Archive(Guid id, ICommandHandler<ArchiveStudy, StudyReply> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ArchiveStudy(id), ct));

    private static async Task<Ok<FindingRecorded>> WriteFinding(Guid id, FindingInput body, ICommandHandler<RecordFinding, FindingRecorded> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RecordFinding(id, body.Text, body.Evidence ?? []), ct));
}
