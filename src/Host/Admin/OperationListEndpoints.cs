using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Modules;
using Crm.BuildingBlocks.Hosting.Operations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Crm.Host.Admin;

/// <summary>The long work of everybody. One operation is looked at and cancelled where its owner does it, at the address in <c>link</c>.</summary>
internal static class OperationListEndpoints
{
    private const int MostUnfinished = 500;

    private static readonly ListSpec<Operation, OperationRow> Spec = new ListSpec<Operation, OperationRow>("operations")
        .Key(o => o.Id)
        .Field("createdAt", o => o.CreatedAt)
        .Field("state", o => o.State, sortable: false)
        .Field("kind", o => o.Kind, sortable: false)
        .Field("callerId", o => o.CallerId, sortable: false)
        .DefaultSort("-createdAt")
        .Select(o => OperationRow.Of(o));

    public static void Map(IEndpointRouteBuilder admin)
    {
        var operations = admin.MapGroup("/operations").WithTags("Operations").Requires(OperationPermissions.Manage);
        operations.MapGet("/", Unfinished).WithSummary("What waits or runs in any module, oldest first, at most 500");
        operations.MapGet("/{module}", List).WithList(Spec);
    }

    private static Task<PageOf<OperationRow>> List(string module, ModuleCatalog catalog, ListRequest request, CancellationToken ct) =>
        Spec.Page(request.Services.ContextOf(catalog.Find(module) ?? throw new ResourceNotFound("module", module)).Operations, request, ct);

    private static async Task<Ok<UnfinishedOperations>> Unfinished(ModuleCatalog catalog, IServiceProvider services, CancellationToken ct)
    {
        var found = new List<UnfinishedOperation>();
        foreach (var module in catalog.Descriptions.Where(m => m.Context is not null))
        {
            var operations = await services.ContextOf(module).Operations.AsNoTracking()
                .Where(o => o.State == OperationState.Waiting || o.State == OperationState.Running).OrderBy(o => o.CreatedAt).Take(MostUnfinished).ToListAsync(ct);
            found.AddRange(operations.Select(o => new UnfinishedOperation(module.Name, new OperationId(module.Name, o.Id).Link, OperationRow.Of(o))));
        }

        return TypedResults.Ok(new UnfinishedOperations([.. found.OrderBy(o => o.Operation.CreatedAt).Take(MostUnfinished)]));
    }
}

internal sealed record UnfinishedOperations(IReadOnlyList<UnfinishedOperation> Items);

/// <param name="Module">Whose work it is.</param>
/// <param name="Link">Where it is watched and cancelled.</param>
/// <param name="Operation">How far it is.</param>
internal sealed record UnfinishedOperation(string Module, string Link, OperationRow Operation);

/// <param name="Id">With the module's name and a tilde before it the id at <c>/api/v1/operations</c>.</param>
/// <param name="CallerName">Who asked for it, as the caller was called then.</param>
/// <param name="Done">Units of work done.</param>
/// <param name="Total">Units in all, once known.</param>
internal sealed record OperationRow(
    Guid Id, string Kind, OperationState State, Guid CallerId, string CallerName, DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt,
    DateTimeOffset? CancelRequestedAt, long Done, long? Total, long ProblemCount)
{
    public static OperationRow Of(Operation o) => new(
        o.Id, o.Kind, o.State, o.CallerId, CallerSnapshot.Read(o.CallerSnapshot).Caller.Name, o.CreatedAt, o.StartedAt, o.FinishedAt, o.CancelRequestedAt,
        o.Done, o.Total, o.ProblemCount);
}
