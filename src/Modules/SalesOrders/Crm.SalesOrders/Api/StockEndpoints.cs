using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class StockEndpoints
{
    private const string Resource = "stock";

    private static readonly ListSpec<StockLevel, StockView> Levels = new ListSpec<StockLevel, StockView>(Resource)
        .Field("sku", l => l.Sku)
        .Field("warehouse", l => l.Warehouse, sortable: false)
        .Field("onHand", l => l.OnHand, sortable: false)
        .Field("available", l => l.OnHand - l.Allocated - l.Reserved, sortable: false)
        .Field("isBelowReorderPoint", l => l.IsBelowReorderPoint, sortable: false)
        .DefaultSort("sku")
        .Key(l => l.Id)
        .Select(StockView.FromLevel);

    private static readonly ListSpec<StockMovement, MovementView> Ledger = new ListSpec<StockMovement, MovementView>("stock-movements")
        .Field("recordedAt", m => m.RecordedAt)
        .Field("movedOn", m => m.MovedOn, sortable: false)
        .Field("reason", m => m.Reason, sortable: false)
        .Field("orderId", m => m.OrderId, sortable: false)
        .Field("documentId", m => m.DocumentId, sortable: false)
        .DefaultSort("-recordedAt")
        .Key(m => m.Id)
        .Select(m => new MovementView(
            m.Id, m.Change, m.OnHand, m.Reason, m.Because, m.MovedOn, m.RecordedAt, m.OrderId == null ? null : m.OrderId.Value.Value, m.DocumentId, m.Note));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stock", List).WithTags("Stock").WithList(Levels).Requires(SalesOrdersPermissions.ReadProducts);
        var stock = routes.MapGroup("/products/{id:guid}/stock").WithTags("Stock");
        stock.MapGet("/", Get).Requires(SalesOrdersPermissions.ReadProducts);
        stock.MapGet("/movements", Movements).WithList(Ledger).Requires(SalesOrdersPermissions.ReadProducts);
        stock.MapPost("/movements", Move).Requires(SalesOrdersPermissions.WriteStock);
        stock.MapPut("/planning", Plan).Requires(SalesOrdersPermissions.WriteStock).WithoutIfMatch();
        stock.MapPost("/counts", Count).Requires(SalesOrdersPermissions.WriteStock);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/stock/verify", Verify).WithTags("Stock").Requires(StockPermissions.Repair);
        routes.MapPost("/stock/rebuild", Rebuild).WithTags("Stock").Requires(StockPermissions.Repair);
    }

    private static async Task<AcceptedOperation> Verify(ICommandHandler<StartStockCheck, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new StartStockCheck(Repair: false), ct));

    private static async Task<AcceptedOperation> Rebuild(ICommandHandler<StartStockCheck, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new StartStockCheck(Repair: true), ct));

    private static Task<PageOf<StockView>> List(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        Levels.Page(db.StockLevels.Where(l => db.Products.Any(p => p.Id == l.ProductId)), request, ct);

    private static async Task<OneOf<StockView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var product = new ProductId(id);
        var level = await db.StockLevels.AsNoTracking()
            .Where(l => l.ProductId == product && l.Warehouse == Warehouses.Default && db.Products.Any(p => p.Id == product))
            .SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("product", id.ToString());
        return request.Answer(Resource, StockView.Of(level), level.Version);
    }

    private static Task<PageOf<MovementView>> Movements(Guid id, ListRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var product = new ProductId(id);
        return Ledger.Page(db.StockMovements.Where(m => m.ProductId == product), request, ct);
    }

    private static async Task<Ok<StockSaved>> Move(Guid id, MoveStock command, ICommandHandler<MoveStock, StockSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { ProductId = id }, ct));

    private static async Task<Ok<StockSaved>> Plan(Guid id, PlanStock command, ICommandHandler<PlanStock, StockSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { ProductId = id }, ct));

    private static async Task<Ok<StockSaved>> Count(Guid id, CountStock command, ICommandHandler<CountStock, StockSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { ProductId = id }, ct));
}

/// <param name="Id">Of the stock level.</param>
/// <param name="ProductId">Whose stock.</param>
/// <param name="Sku">Its number.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="OnHand">Units in the warehouse.</param>
/// <param name="Allocated">Units of them that are promised to confirmed orders.</param>
/// <param name="Reserved">Units of them that are kept for somebody for a while.</param>
/// <param name="Available">Units that may still be promised: on hand - allocated - reserved.</param>
/// <param name="Incoming">Units on their way, from suppliers or another warehouse.</param>
/// <param name="SafetyStock">Units that replenishment does not count on.</param>
/// <param name="ReorderPoint">Available stock at or below it wants replenishing.</param>
/// <param name="IsBelowReorderPoint">Whether it is.</param>
internal sealed record StockView(
    Guid Id,
    Guid ProductId,
    string Sku,
    string Warehouse,
    int OnHand,
    int Allocated,
    int Reserved,
    int Available,
    int Incoming,
    int SafetyStock,
    int? ReorderPoint,
    bool IsBelowReorderPoint)
{
    public static readonly Expression<Func<StockLevel, StockView>> FromLevel = l => new StockView(
        l.Id.Value, l.ProductId.Value, l.Sku, l.Warehouse, l.OnHand, l.Allocated, l.Reserved, l.OnHand - l.Allocated - l.Reserved, l.Incoming,
        l.SafetyStock, l.ReorderPoint, l.IsBelowReorderPoint);

    private static readonly Func<StockLevel, StockView> Compiled = FromLevel.Compile();

    public static StockView Of(StockLevel level) => Compiled(level);
}

/// <param name="Id">Of the row of the ledger.</param>
/// <param name="Change">Units that came (positive) or went (negative).</param>
/// <param name="OnHand">Units on hand once it was recorded.</param>
/// <param name="Reason">Why.</param>
/// <param name="Because">Of an adjustment: why the books and the shelf differed.</param>
/// <param name="MovedOn">Business date.</param>
/// <param name="RecordedAt">When it was entered.</param>
/// <param name="OrderId">The order behind it.</param>
/// <param name="DocumentId">The supply order, transfer or count behind it.</param>
/// <param name="Note">As it was given.</param>
internal sealed record MovementView(
    Guid Id,
    int Change,
    int OnHand,
    MovementReason Reason,
    AdjustmentReason? Because,
    DateOnly MovedOn,
    DateTimeOffset RecordedAt,
    Guid? OrderId,
    Guid? DocumentId,
    string? Note);
