using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class StockCountEndpoints
{
    private const string Resource = "stock-counts";
    private const string Address = "/api/v1/sales-orders/stock-counts";

    private static readonly ListSpec<StockCount, StockCountRow> List = new ListSpec<StockCount, StockCountRow>(Resource)
        .Field("number", c => c.Number)
        .Field("warehouse", c => c.Warehouse, sortable: false)
        .Field("state", c => c.State, sortable: false)
        .Field("countedOn", c => c.CountedOn, sortable: false)
        .DefaultSort("-number")
        .Key(c => c.Id)
        .Select(c => new StockCountRow(c.Id.Value, c.Number, c.Warehouse, c.State, c.CountedOn, c.OpenedAt, c.ClosedAt, c.Note, c.Lines.Count, c.Version));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var counts = routes.MapGroup("/stock-counts").WithTags("Stock-taking");
        counts.MapGet("/", Search).WithList(List).Requires(SalesOrdersPermissions.ReadProducts);
        counts.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadProducts);
        counts.MapPost("/", Open).Requires(SalesOrdersPermissions.WriteStock);
        counts.MapPost("/{id:guid}/lines", Enter).Requires(SalesOrdersPermissions.WriteStock);
        counts.MapPost("/{id:guid}/post", Post).Requires(SalesOrdersPermissions.WriteStock);
        counts.MapPost("/{id:guid}/cancel", Cancel).Requires(SalesOrdersPermissions.WriteStock);
    }

    private static Task<PageOf<StockCountRow>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        List.Page(db.StockCounts, request, ct);

    private static async Task<OneOf<StockCountView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new StockCountId(id);
        var count = await db.StockCounts.AsNoTracking().SingleOrDefaultAsync(c => c.Id == key, ct) ?? throw new ResourceNotFound("stock-count", id.ToString());
        return request.Answer(Resource, StockCountView.Of(count), count.Version);
    }

    private static async Task<Created<StockCountSaved>> Open(OpenStockCount command, ICommandHandler<OpenStockCount, StockCountSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<StockCountSaved>> Enter(
        Guid id, EnterStockCount command, ICommandHandler<EnterStockCount, StockCountSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<StockCountSaved>> Post(Guid id, ICommandHandler<PostStockCount, StockCountSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new PostStockCount(id), ct));

    private static async Task<Ok<StockCountSaved>> Cancel(Guid id, ICommandHandler<CancelStockCount, StockCountSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new CancelStockCount(id), ct));
}

/// <summary>A stock-taking in a list.</summary>
internal sealed record StockCountRow(
    Guid Id,
    string Number,
    string Warehouse,
    StockCountState State,
    DateOnly CountedOn,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    string? Note,
    int LineCount,
    int Version);

/// <summary>A stock-taking with the report of its differences.</summary>
/// <param name="Found">Units that are there and were not in the books.</param>
/// <param name="Missing">Units that were in the books and are not there.</param>
/// <param name="Lines">The largest differences first.</param>
internal sealed record StockCountView(
    Guid Id,
    string Number,
    string Warehouse,
    StockCountState State,
    DateOnly CountedOn,
    DateTimeOffset OpenedAt,
    DateTimeOffset? ClosedAt,
    string? Note,
    long Found,
    long Missing,
    IReadOnlyList<StockCountLineView> Lines,
    int Version)
{
    public static StockCountView Of(StockCount c) => new(
        c.Key, c.Number, c.Warehouse, c.State, c.CountedOn, c.OpenedAt, c.ClosedAt, c.Note,
        c.Lines.Sum(l => (long)Math.Max(0, l.Difference)),
        c.Lines.Sum(l => (long)Math.Max(0, -l.Difference)),
        [.. c.Lines.OrderByDescending(l => Math.Abs(l.Difference)).ThenBy(l => l.Sku, StringComparer.Ordinal)
            .Select(l => new StockCountLineView(l.ProductId.Value, l.Sku, l.Counted, l.Booked, l.Difference, l.CountedAt))],
        c.Version);
}

/// <param name="ProductId">Which product.</param>
/// <param name="Sku">Its number.</param>
/// <param name="Counted">Units on the shelf.</param>
/// <param name="Booked">Units in the books at that moment.</param>
/// <param name="Difference">Units that were found (positive) or are missing (negative).</param>
/// <param name="CountedAt">When.</param>
internal sealed record StockCountLineView(Guid ProductId, string Sku, int Counted, int Booked, int Difference, DateTimeOffset CountedAt);
