using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Files;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.Customers.Application.Exports;
using Crm.Customers.Application.Listing;
using Crm.Customers.Domain.Exports;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Api.Exports;

/// <summary>Files of customers. Whoever asked for one fetches it, and nobody else.</summary>
internal static class ExportEndpoints
{
    private static readonly ListSpec<CustomerFile, CustomerFileView> List = new ListSpec<CustomerFile, CustomerFileView>("exports")
        .Field("createdAt", f => f.CreatedAt)
        .Field("kind", f => f.Kind, sortable: false)
        .DefaultSort("-createdAt")
        .Key(f => f.Id)
        .Select(f => new CustomerFileView(
            f.Id, f.Kind, f.SubjectId == null ? null : f.SubjectId.Value.Value, f.Format, f.Columns, f.Query, f.CallerName, f.CreatedAt, f.FileId != null, f.Count, f.ExpiresAt));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/exports").WithTags("Exports");
        exports.MapPost("/", Start).WithSummary("Write customers into a file: 202 with the operation").Requires(ExportPermissions.Export);
        exports.MapGet("/", Search).WithList(List).AllowEveryCaller();
        exports.MapGet("/{id:guid}", Get).AllowEveryCaller();
        exports.MapGet("/{id:guid}/file", Fetch).Produces<string>(StatusCodes.Status200OK, "application/octet-stream").AllowEveryCaller();
        routes.MapPost("/customers/{id:guid}/personal-data", StartPerson).WithTags("Privacy")
            .WithSummary("Write all that is kept of a person into a file: 202 with the operation").Requires(ExportPermissions.Person);
    }

    private static async Task<AcceptedOperation> Start(
        StartCustomerExport command, IServiceProvider services, CustomersDbContext db, ICommandHandler<StartCustomerExport, OperationId> handler, CancellationToken ct)
    {
        // What is wrong with the filter is told now, and not by an operation that fails.
        var request = ListRequest.From((command.Query ?? "").TrimStart('?'), services);
        (await CustomerList.For(request, db, ct)).Matching(db.Customers, request);
        return Operations.Accepted(await handler.Handle(command, ct));
    }

    private static async Task<AcceptedOperation> StartPerson(Guid id, ICommandHandler<StartPersonExport, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new StartPersonExport(id), ct));

    private static Task<PageOf<CustomerFileView>> Search(ListRequest request, CustomersDbContext db, CallerContext caller, CancellationToken ct) => List.Page(Own(db, caller), request, ct);

    private static async Task<Ok<CustomerFileView>> Get(Guid id, CustomersDbContext db, CallerContext caller, CancellationToken ct)
    {
        var f = await Find(id, db, caller, ct);
        return TypedResults.Ok(new CustomerFileView(f.Id, f.Kind, f.SubjectId?.Value, f.Format, f.Columns, f.Query, f.CallerName, f.CreatedAt, f.FileId is not null, f.Count, f.ExpiresAt));
    }

    private static async Task<FileStreamHttpResult> Fetch(
        Guid id, CustomersDbContext db, CallerContext caller, StoredFiles files, Transactions transactions, HttpResponse response, CancellationToken ct)
    {
        var export = await Find(id, db, caller, ct);
        var stored = await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == export.FileId, ct) ?? throw Missing(id);
        var content = await files.Open(db.Module, stored, ct);
        await transactions.Run(db, _ =>
        {
            db.AddAuditEntry("customers.fetch-export", export.SubjectId is null ? "customer-file" : "customer", export.SubjectId?.Value ?? export.Id);
            return Task.FromResult(true);
        }, ct);
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(content, stored.ContentType, stored.Name);
    }

    private static async Task<CustomerFile> Find(Guid id, CustomersDbContext db, CallerContext caller, CancellationToken ct) =>
        await Own(db, caller).AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct) ?? throw Missing(id);

    private static IQueryable<CustomerFile> Own(CustomersDbContext db, CallerContext caller)
    {
        var (callerId, now) = (caller.Caller.Id, db.Time.GetUtcNow());
        return db.Set<CustomerFile>().Where(f => f.CallerId == callerId && (f.ExpiresAt == null || f.ExpiresAt > now));
    }

    private static ResourceNotFound Missing(Guid id) => new("export", id.ToString());
}

/// <summary>A file of customers that somebody asked for.</summary>
/// <param name="CustomerId">Of a file about one person.</param>
/// <param name="Query">Which customers are in it.</param>
/// <param name="IsReady">It can be fetched at <c>/file</c>.</param>
/// <param name="Count">Records in it.</param>
/// <param name="ExpiresAt">Until then it can be fetched.</param>
internal sealed record CustomerFileView(
    Guid Id, CustomerFileKind Kind, Guid? CustomerId, ExportFormat? Format, IReadOnlyList<string> Columns, string Query, string CallerName, DateTimeOffset CreatedAt, bool IsReady,
    long Count, DateTimeOffset? ExpiresAt);
