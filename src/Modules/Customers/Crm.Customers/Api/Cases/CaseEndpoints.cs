using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Audit;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Cases;
using Crm.Customers.Application.Listing;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Cases;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Customers.Api.Cases;

/// <summary>Requests, complaints and questions of customers.</summary>
internal static class CaseEndpoints
{
    private const string Resource = CaseInput.Resource;

    private static readonly ListSpec<ServiceCase, CaseRow> List = new ListSpec<ServiceCase, CaseRow>(Resource)
        .Field("number", c => c.Number)
        .Field("openedAt", c => c.OpenedAt)
        .Field("solveBy", c => c.SolveBy)
        .Field("respondBy", c => c.RespondBy)
        .Field("kind", c => c.Kind, sortable: false)
        .Field("priority", c => c.Priority, sortable: false)
        .Field("channel", c => c.Channel, sortable: false)
        .Field("status", c => c.Status, sortable: false)
        .Field("subject", c => c.Subject, sortable: false)
        .Field("customerId", c => c.CustomerId, sortable: false)
        .Field("orderId", c => c.OrderId, sortable: false)
        .Field("productId", c => c.ProductId, sortable: false)
        .Field("assigneeId", c => c.OwnerId, sortable: false)
        .Field("unitId", c => c.UnitId, sortable: false)
        .Field("escalationLevel", c => c.EscalationLevel, sortable: false)
        .Field("rating", c => c.Rating, sortable: false)
        .Field("respondedAt", c => c.RespondedAt, sortable: false)
        .Field("solvedAt", c => c.SolvedAt, sortable: false)
        .Field("closedAt", c => c.ClosedAt, sortable: false)
        .DefaultSort("-openedAt")
        .Key(c => c.Id)
        .SearchIn("number", "subject")
        .Select(CaseRow.FromCase)
        .Expand("customer", row => row.CustomerId, () => CustomerList.Basic, services => services.GetRequiredService<CustomersDbContext>().ReadableCustomers);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var cases = routes.MapGroup("/cases").WithTags("Cases");
        cases.MapGet("/", Search).WithList(List).Requires(CasePermissions.Read);
        cases.MapGet("/{id:guid}", Get).Requires(CasePermissions.Read);
        cases.MapGet("/{id:guid}/transitions", Transitions).Requires(CasePermissions.Read).WithSummary("What may be done next, and why not the rest");
        cases.MapPost("/", Open).Requires(CasePermissions.Write);
        cases.MapPut("/{id:guid}", Change).Requires(CasePermissions.Write);
        cases.MapPost("/{id:guid}/assign", Assign).Requires(CasePermissions.Write).WithSummary("To a person, or into the queue of a unit");
        cases.MapPost("/{id:guid}/start", (Guid id, CaseWords? body, ICommandHandler<TakeCaseStep, CaseSaved> handler, CancellationToken ct) => Take(id, CaseStep.Start, body?.Reason, handler, ct)).Requires(CasePermissions.Write);
        cases.MapPost("/{id:guid}/wait", (Guid id, CaseWords? body, ICommandHandler<TakeCaseStep, CaseSaved> handler, CancellationToken ct) => Take(id, CaseStep.Wait, body?.Reason, handler, ct)).Requires(CasePermissions.Write);
        cases.MapPost("/{id:guid}/resume", (Guid id, CaseWords? body, ICommandHandler<TakeCaseStep, CaseSaved> handler, CancellationToken ct) => Take(id, CaseStep.Resume, body?.Reason, handler, ct)).Requires(CasePermissions.Write);
        cases.MapPost("/{id:guid}/solve", (Guid id, CaseSolution body, ICommandHandler<TakeCaseStep, CaseSaved> handler, CancellationToken ct) => Take(id, CaseStep.Solve, body.Solution, handler, ct)).Requires(CasePermissions.Write);
        cases.MapPost("/{id:guid}/close", (Guid id, CaseWords? body, ICommandHandler<TakeCaseStep, CaseSaved> handler, CancellationToken ct) => Take(id, CaseStep.Close, body?.Reason, handler, ct)).Requires(CasePermissions.Write);
        cases.MapPost("/{id:guid}/reopen", (Guid id, CaseWords? body, ICommandHandler<TakeCaseStep, CaseSaved> handler, CancellationToken ct) => Take(id, CaseStep.Reopen, body?.Reason, handler, ct)).Requires(CasePermissions.Write);
        cases.MapPost("/{id:guid}/rate", Rate).Requires(CasePermissions.Write).WithSummary("What the customer said of how it was seen to");
        cases.MapPost("/{id:guid}/notes", Note).Requires(CasePermissions.Write).WithSummary("A note among colleagues or an answer to the customer, also from a template");
        cases.MapHistory<CustomersDbContext, ServiceCase>(CasePermissions.Read, One, personOf: c => c.CustomerId.Value);
        cases.MapAttachments<CustomersDbContext, ServiceCase>(CasePermissions.Read, CasePermissions.Write, One, personOf: c => c.CustomerId.Value);
        routes.MapGet("/customers/{id:guid}/cases", OfCustomer).WithTags("Cases").WithList(List).Requires(CasePermissions.Read)
            .WithSummary("Cases of a customer and of all that were merged into it");
    }

    internal static IQueryable<ServiceCase> One(CustomersDbContext db, Guid id)
    {
        var key = new ServiceCaseId(id);
        return db.SeenCases.AsSplitQuery().Where(c => c.Id == key);
    }

    private static async Task<ServiceCase> Find(CustomersDbContext db, Guid id, CancellationToken ct) =>
        await One(db, id).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("service-case", id.ToString());

    private static Task<PageOf<CaseRow>> Search(ListRequest request, CustomersDbContext db, CancellationToken ct) => List.Page(db.SeenCases, request, ct);

    private static async Task<PageOf<CaseRow>> OfCustomer(Guid id, ListRequest request, CustomersDbContext db, CancellationToken ct) =>
        await List.Page(await db.SeenCasesOf(id, ct), request, ct);

    private static async Task<OneOf<CaseView>> Get(Guid id, OneRequest request, CustomersDbContext db, TimeProvider time, CancellationToken ct)
    {
        var one = await Find(db, id, ct);
        // Whether it is in time changes with the clock alone.
        return request.Answer(Resource, CaseView.Of(one, time.GetUtcNow()), one.Version, isCoveredByVersion: false);
    }

    private static async Task<Ok<IReadOnlyList<CaseStepChoice>>> Transitions(Guid id, CustomersDbContext db, CancellationToken ct) =>
        TypedResults.Ok(CaseStepChoice.Of(await Find(db, id, ct)));

    private static async Task<Created<CaseSaved>> Open(OpenCase command, ICommandHandler<OpenCase, CaseSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"/api/v1/customers/cases/{saved.Id}", saved);
    }

    private static async Task<Ok<CaseSaved>> Change(Guid id, CaseInput body, ICommandHandler<ChangeCase, CaseSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ChangeCase(id, body), ct));

    private static async Task<Ok<CaseSaved>> Assign(Guid id, AssignCase command, ICommandHandler<AssignCase, CaseSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<CaseSaved>> Take(Guid id, CaseStep step, string? words, ICommandHandler<TakeCaseStep, CaseSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new TakeCaseStep(id, step, words), ct));

    private static async Task<Ok<CaseSaved>> Rate(Guid id, RateCase command, ICommandHandler<RateCase, CaseSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<CaseNoteSaved>> Note(Guid id, WriteCaseNote command, ICommandHandler<WriteCaseNote, CaseNoteSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
}

/// <param name="Reason">Why; required where something is closed that was not solved.</param>
internal sealed record CaseWords(string? Reason = null);

internal sealed record CaseSolution(string Solution);
