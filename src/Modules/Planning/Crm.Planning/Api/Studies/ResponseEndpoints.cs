using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Writing;
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

/// <summary>What single respondents answered.</summary>
internal static class ResponseEndpoints
{
    private const string Resource = "studyResponses";

    private static readonly ListSpec<Response, ResponseRow> List = new ListSpec<Response, ResponseRow>(Resource)
        .Field("answeredOn", r => r.AnsweredOn)
        .Field("wave", r => r.Wave, sortable: false)
        .Field("source", r => r.Source, sortable: false)
        .Field("customerId", r => r.CustomerId, sortable: false)
        .DefaultSort("-answeredOn")
        .Key(r => r.Id)
        .Select(ResponseRow.FromResponse);

    /// <param name="studies">Grouped under <c>/studies</c>.</param>
    public static void Map(IEndpointRouteBuilder studies)
    {
        studies.MapGet("/{id:guid}/responses", Search).WithList(List).Requires(ResearchPermissions.ReadAnswers);
        studies.MapGet("/{id:guid}/responses/{responseId:guid}", Get).Requires(ResearchPermissions.ReadAnswers);
        studies.MapPost("/{id:guid}/responses", Take).Requires(ResearchPermissions.WriteAnswers);
        studies.MapPost("/{id:guid}/responses/batch", Batch).Requires(ResearchPermissions.WriteAnswers);
    }

    private static async Task<PageOf<ResponseRow>> Search(Guid id, ListRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var study = (await StudyEndpoints.Find(db, id, ct)).Id;
        return await List.Page(db.Set<Response>().Where(r => r.StudyId == study), request, ct);
    }

    private static async Task<OneOf<ResponseView>> Get(Guid id, Guid responseId, OneRequest request, PlanningDbContext db, CancellationToken ct)
    {
        var study = await StudyEndpoints.Find(db, id, ct);
        var key = new ResponseId(responseId);
        var response = await db.Set<Response>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == key && r.StudyId == study.Id, ct)
            ?? throw new ResourceNotFound("response", responseId.ToString());
        var answers = await db.Set<Answer>().AsNoTracking().Where(a => a.ResponseId == key).ToListAsync(ct);
        return request.Answer(Resource, ResponseView.Of(study, response, answers), response.Version);
    }

    private static async Task<Created<ResponseTaken>> Take(Guid id, TakeResponse command, ICommandHandler<TakeResponse, ResponseTaken> handler, CancellationToken ct)
    {
        var reply = await handler.Handle(command with { StudyId = id }, ct);
        return TypedResults.Created($"/api/v1/planning/studies/{id}/responses/{reply.Id}", reply);
    }

    private static Task<BatchResult<ResponseTaken>> Batch(
        Guid id, BatchRequest<TakeResponse> batch, BatchRunner runner, ICommandHandler<TakeResponse, ResponseTaken> handler, CancellationToken ct) =>
        runner.Run(batch, command => command with { StudyId = id }, handler, ct);
}
