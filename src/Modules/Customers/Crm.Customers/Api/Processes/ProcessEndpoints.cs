using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Listing;
using Crm.Customers.Application.Processes;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Processes;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Api.Processes;

/// <summary>How customers go through sales processes.</summary>
internal static class ProcessEndpoints
{
    private const string Resource = "processes";

    private static readonly ListSpec<SalesProcess, ProcessRow> List = new ListSpec<SalesProcess, ProcessRow>(Resource)
        .Field("customerId", p => p.CustomerId)
        .Field("process", p => p.Code, sortable: false)
        .Field("number", p => p.Number, sortable: false)
        .Field("state", p => p.State, sortable: false)
        .Field("node", p => p.Node, sortable: false)
        .Field("orderId", p => p.OrderId, sortable: false)
        .Field("startedAt", p => p.StartedAt)
        .Field("endedAt", p => p.EndedAt)
        .Field("dueAt", p => p.DueAt)
        .DefaultSort("-startedAt")
        .Key(p => p.Id)
        .Expand<Customer, CustomerRow>("customer", p => p.CustomerId, () => CustomerList.Basic, services => services.GetRequiredService<CustomersDbContext>().ReadableCustomers)
        .Select(ProcessRow.FromProcess);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var processes = routes.MapGroup("/processes").WithTags("Sales processes");
        processes.MapGet("/", Search).WithList(List).Requires(ProcessPermissions.Read);
        processes.MapGet("/overdue", Overdue).WithList(List).WithSummary("Those that somebody should have taken further by now").Requires(ProcessPermissions.Read);
        processes.MapGet("/{id:guid}", Get).Requires(ProcessPermissions.Read);
        processes.MapGet("/{id:guid}/next", Next).WithSummary("What may be done next, and why not the rest").Requires(ProcessPermissions.Read);
        processes.MapGet("/{id:guid}/picture", Picture).WithSummary("The customer's way through the graph as a picture (SVG)").Produces<string>(StatusCodes.Status200OK, "image/svg+xml")
            .Requires(ProcessPermissions.Read);
        processes.MapPost("/", Start).Requires(ProcessPermissions.Write);
        processes.MapPost("/{id:guid}/advance", Advance).Requires(ProcessPermissions.Write);
        processes.MapPost("/{id:guid}/order", Bind).Requires(ProcessPermissions.Write);
        processes.MapPost("/{id:guid}/cancel", Cancel).Requires(ProcessPermissions.Write);
        processes.MapHistory<CustomersDbContext, SalesProcess>(ProcessPermissions.Read, One, personOf: p => p.CustomerId.Value);
        routes.MapGet("/customers/{id:guid}/processes", OfCustomer).WithList(List).WithTags("Sales processes").Requires(ProcessPermissions.Read);
    }

    private static Task<PageOf<ProcessRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => List.Page(db.Processes, request, ct);

    private static Task<PageOf<ProcessRow>> Overdue(ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var now = request.Now;
        return List.Page(db.Processes.Where(p => p.State == ProcessState.Open && p.DueAt < now), request, ct);
    }

    private static async Task<PageOf<ProcessRow>> OfCustomer(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct)
    {
        var family = await db.SeenFamilyOf(id, ct);
        return await List.Page(db.Processes.Where(p => family.Contains(p.CustomerId)), request, ct);
    }

    private static async Task<OneOf<ProcessView>> Get(Guid id, OneRequest request, CustomersDbContext db, TimeProvider time, CancellationToken ct)
    {
        var process = await Find(db, id, ct);
        // That it is overdue comes by itself.
        return request.Answer(Resource, ProcessView.Of(process, time.GetUtcNow()), process.Version, isCoveredByVersion: false);
    }

    private static async Task<Ok<IReadOnlyList<NextView>>> Next(Guid id, CustomersDbContext db, ProcessWalks walks, CallerContext caller, CancellationToken ct)
    {
        var process = await Find(db, id, ct);
        var graph = await walks.GraphOf(process, ct);
        var around = await walks.Around(process, ct);
        return TypedResults.Ok<IReadOnlyList<NextView>>([.. graph.Transitions.OrderByDescending(t => t.From == process.Node).Select(Told)]);

        NextView Told(ProcessTransition way)
        {
            var obstacles = process.Obstacles(graph, way, around).Select(o => new ObstacleView(o.Rule.Code, o.Rule.Text.In(caller.Language, [.. o.Values(caller.Language)]))).ToList();
            return new NextView(way.Key, way.Names.In(caller.Language), way.From, way.To, obstacles.Count == 0, way.RequiredFields ?? [], obstacles);
        }
    }

    private static async Task<ContentHttpResult> Picture(Guid id, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var process = await Find(db, id, ct);
        var definition = await db.FindDefinition(process.DefinitionId.Value, ct);
        return TypedResults.Content(new ProcessPicture(definition.Graph, caller.Language, process).Draw(definition.Names), "image/svg+xml");
    }

    private static async Task<Created<ProcessSaved>> Start(StartProcess command, ICommandHandler<StartProcess, ProcessSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/processes/{saved.Id}", saved);
    }

    private static async Task<Ok<ProcessSaved>> Advance(Guid id, AdvanceProcess command, ICommandHandler<AdvanceProcess, ProcessSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ProcessSaved>> Bind(Guid id, BindProcess command, ICommandHandler<BindProcess, ProcessSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ProcessSaved>> Cancel(Guid id, CancelProcess command, ICommandHandler<CancelProcess, ProcessSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<SalesProcess> Find(CustomersDbContext db, Guid id, CancellationToken ct) =>
        await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("process", id.ToString());

    private static IQueryable<SalesProcess> One(CustomersDbContext db, Guid id)
    {
        var key = new ProcessId(id);
        return db.Processes.AsSplitQuery().Where(p => p.Id == key);
    }
}
