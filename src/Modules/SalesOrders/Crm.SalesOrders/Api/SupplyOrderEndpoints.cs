using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application.Supply;
using Crm.SalesOrders.Domain.Supply;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class SupplyOrderEndpoints
{
    private const string Resource = SupplyOrderContent.Resource;
    private const string Address = "/api/v1/sales-orders/supply-orders";

    private static readonly ListSpec<SupplyOrder, SupplyOrderView> List = new ListSpec<SupplyOrder, SupplyOrderView>(Resource)
        .Field("number", o => o.Number)
        .Field("state", o => o.State, sortable: false)
        .Field("supplierId", o => o.SupplierId, sortable: false)
        .Field("supplierCode", o => o.SupplierCode, sortable: false)
        .Field("warehouse", o => o.Warehouse, sortable: false)
        .Field("orderedOn", o => o.OrderedOn, sortable: false)
        .DefaultSort("-number")
        .Key(o => o.Id)
        .Select(SupplyOrderView.FromSupplyOrder);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/supply-orders").WithTags("Supply orders");
        orders.MapGet("/", Search).WithList(List).Requires(SupplyPermissions.Read);
        orders.MapGet("/{id:guid}", Get).Requires(SupplyPermissions.Read);
        orders.MapPost("/", Draft).Requires(SupplyPermissions.Write);
        orders.MapPut("/{id:guid}", Change).Requires(SupplyPermissions.Write);
        orders.MapPost("/{id:guid}/place", Place).Requires(SupplyPermissions.Write);
        orders.MapPost("/{id:guid}/receive", Receive).Requires(SupplyPermissions.Receive);
        orders.MapPost("/{id:guid}/cancel", Cancel).Requires(SupplyPermissions.Write);
    }

    private static Task<PageOf<SupplyOrderView>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        List.Page(db.SupplyOrders, request, ct);

    private static async Task<OneOf<SupplyOrderView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new SupplyOrderId(id);
        var view = await db.SupplyOrders.Where(o => o.Id == key).Select(SupplyOrderView.FromSupplyOrder).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("supply-order", id.ToString());
        return request.Answer(Resource, view, view.Version);
    }

    private static async Task<Created<SupplyOrderSaved>> Draft(
        DraftSupplyOrder command, ICommandHandler<DraftSupplyOrder, SupplyOrderSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<SupplyOrderSaved>> Change(
        Guid id, ChangeSupplyOrder command, ICommandHandler<ChangeSupplyOrder, SupplyOrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<SupplyOrderSaved>> Place(
        Guid id, PlaceSupplyOrder command, ICommandHandler<PlaceSupplyOrder, SupplyOrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<SuppliesReceived>> Receive(
        Guid id, ReceiveSupplyOrder command, ICommandHandler<ReceiveSupplyOrder, SuppliesReceived> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<SupplyOrderSaved>> Cancel(Guid id, ICommandHandler<CancelSupplyOrder, SupplyOrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new CancelSupplyOrder(id), ct));
}

/// <summary>A supply order, in a list and alone.</summary>
internal sealed record SupplyOrderView(
    Guid Id,
    string Number,
    Guid SupplierId,
    string SupplierCode,
    string Warehouse,
    string Currency,
    SupplyOrderState State,
    DateOnly? OrderedOn,
    DateTimeOffset MadeAt,
    string? Note,
    IReadOnlyList<SupplyOrderLineView> Lines,
    int Version)
{
    public static readonly Expression<Func<SupplyOrder, SupplyOrderView>> FromSupplyOrder = o => new SupplyOrderView(
        o.Id.Value, o.Number, o.SupplierId.Value, o.SupplierCode, o.Warehouse, o.Currency, o.State, o.OrderedOn, o.MadeAt, o.Note,
        o.Lines.OrderBy(l => l.Sku).Select(l => new SupplyOrderLineView(
            l.ProductId.Value, l.Sku, l.Quantity, l.Received, l.Cancelled, l.Quantity - l.Received - l.Cancelled, l.UnitCost, l.ExpectedOn)).ToList(), o.Version);
}

/// <param name="ProductId">Which product.</param>
/// <param name="Sku">Its number.</param>
/// <param name="Quantity">Units that were ordered.</param>
/// <param name="Received">Units that arrived.</param>
/// <param name="Cancelled">Units that are not coming.</param>
/// <param name="Open">Units that are still expected, or in a draft would be.</param>
/// <param name="UnitCost">In the order's currency, up to eight decimals.</param>
/// <param name="ExpectedOn">When it should arrive.</param>
internal sealed record SupplyOrderLineView(
    Guid ProductId, string Sku, int Quantity, int Received, int Cancelled, int Open, decimal? UnitCost, DateOnly? ExpectedOn);
