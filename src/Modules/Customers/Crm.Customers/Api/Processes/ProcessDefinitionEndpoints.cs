using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Processes;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Processes;

/// <summary>Ways of working, as graphs with versions.</summary>
internal static class ProcessDefinitionEndpoints
{
    private const string Resource = "process-definitions";

    private static readonly ListSpec<ProcessDefinition, ProcessDefinitionRow> List = new ListSpec<ProcessDefinition, ProcessDefinitionRow>(Resource)
        .Field("code", d => d.Code)
        .Field("number", d => d.Number)
        .Field("state", d => d.State, sortable: false)
        .Field("publishedAt", d => d.PublishedAt)
        .DefaultSort("code,number")
        .Key(d => d.Id)
        .SearchIn("code")
        .Select(ProcessDefinitionRow.FromDefinition);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/process-definitions").WithTags("Sales processes");
        definitions.MapGet("/", Search).WithList(List).Requires(ProcessPermissions.Read);
        definitions.MapGet("/{id:guid}", Get).Requires(ProcessPermissions.Read);
        definitions.MapGet("/{id:guid}/picture", Picture).WithSummary("The graph as a picture (SVG)").Produces<string>(StatusCodes.Status200OK, "image/svg+xml").Requires(ProcessPermissions.Read);
        definitions.MapGet("/{id:guid}/statistics", ProcessStatistics.Get).WithSummary("How long processes were at each node, and by which transitions they left, of those that the caller sees")
            .Requires(ProcessPermissions.Read);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        var definitions = routes.MapGroup("/process-definitions").WithTags("Sales processes");
        definitions.MapPost("/", Draft).Requires(ProcessPermissions.Configure);
        definitions.MapPut("/{id:guid}", Change).Requires(ProcessPermissions.Configure);
        definitions.MapGet("/{id:guid}/check", Check).WithSummary("What is wrong with the graph, as publishing would say").Requires(ProcessPermissions.Configure);
        definitions.MapPost("/{id:guid}/publish", Publish).Requires(ProcessPermissions.Configure);
        definitions.MapPost("/{id:guid}/moves", Move).WithSummary("Takes everybody who is on another version to this one, or says who could not go and why").Requires(ProcessPermissions.Configure);
        definitions.MapPost("/{id:guid}/retire", Retire).Requires(ProcessPermissions.Configure);
    }

    private static Task<PageOf<ProcessDefinitionRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => List.Page(db.ProcessDefinitions, request, ct);

    private static async Task<OneOf<ProcessDefinitionView>> Get(Guid id, OneRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var definition = await db.FindDefinition(id, ct);
        return request.Answer(Resource, ProcessDefinitionView.Of(definition), definition.Version);
    }

    private static async Task<ContentHttpResult> Picture(Guid id, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var definition = await db.FindDefinition(id, ct);
        return TypedResults.Content(new ProcessPicture(definition.Graph, caller.Language).Draw(definition.Names), "image/svg+xml");
    }

    private static async Task<Ok<IReadOnlyList<GraphProblemView>>> Check(Guid id, CustomersDbContext db, GraphCheck check, CallerContext caller, CancellationToken ct)
    {
        var problems = check.Of((await db.FindDefinition(id, ct)).Graph);
        return TypedResults.Ok<IReadOnlyList<GraphProblemView>>([.. problems.Select(p => new GraphProblemView(p.Pointer, p.Text.In(caller.Language, p.Values)))]);
    }

    private static async Task<Created<ProcessDefinitionSaved>> Draft(DraftProcess command, ICommandHandler<DraftProcess, ProcessDefinitionSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/process-definitions/{saved.Id}", saved);
    }

    private static async Task<Ok<ProcessDefinitionSaved>> Change(
        Guid id, ChangeProcessDraft command, ICommandHandler<ChangeProcessDraft, ProcessDefinitionSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ProcessDefinitionSaved>> Publish(Guid id, ICommandHandler<PublishProcess, ProcessDefinitionSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new PublishProcess(id), ct));

    private static async Task<Ok<ProcessDefinitionSaved>> Retire(Guid id, ICommandHandler<RetireProcess, ProcessDefinitionSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RetireProcess(id), ct));

    private static async Task<AcceptedOperation> Move(Guid id, ProcessMoveInput input, ICommandHandler<MoveProcesses, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new MoveProcesses(id, input.DryRun), ct));

    public static async Task<ProcessDefinition> FindDefinition(this CustomersDbContext db, Guid id, CancellationToken ct)
    {
        var key = new ProcessDefinitionId(id);
        return await db.ProcessDefinitions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == key, ct) ?? throw new ResourceNotFound("process-definition", id.ToString());
    }
}

/// <param name="DryRun">Nothing is changed.</param>
internal sealed record ProcessMoveInput(bool DryRun = false);
