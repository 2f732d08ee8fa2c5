using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.AfterSales;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class ReturnEndpoints
{
    private const string Resource = "returns";
    private const string Address = "/api/v1/sales-orders/returns";

    private static readonly ListSpec<GoodsReturn, ReturnRow> Returned = new ListSpec<GoodsReturn, ReturnRow>(Resource)
        .Field("requestedAt", r => r.RequestedAt)
        .Field("state", r => r.State, sortable: false)
        .Field("orderId", r => r.OrderId, sortable: false)
        .Field("customerId", r => r.CustomerId, sortable: false)
        .DefaultSort("-requestedAt")
        .Key(r => r.Id)
        .Select(r => new ReturnRow(r.Id.Value, r.OrderId.Value, r.CustomerId, r.State, r.Reason, r.RequestedAt, r.ReceivedOn, r.Version));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var returns = routes.MapGroup("/returns").WithTags("Returns");
        returns.MapGet("/", Search).WithList(Returned).Requires(SalesOrdersPermissions.ReadOrders);
        returns.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadOrders);
        returns.MapPost("/{id:guid}/approve", Approve).Requires(SalesOrdersPermissions.ApproveReturns);
        returns.MapPost("/{id:guid}/reject", Reject).Requires(SalesOrdersPermissions.ApproveReturns);
        returns.MapPost("/{id:guid}/receive", Receive).Requires(SalesOrdersPermissions.ReceiveReturns);
        returns.MapPost("/{id:guid}/inspect", Inspect).Requires(SalesOrdersPermissions.ReceiveReturns);
        returns.MapPost("/{id:guid}/close", Close).Requires(SalesOrdersPermissions.ReceiveReturns);
        returns.MapPost("/{id:guid}/exchange", Exchange).Requires(SalesOrdersPermissions.PlaceOrders);
        routes.MapPost("/orders/{id:guid}/returns", Request).WithTags("Returns").Requires(SalesOrdersPermissions.RequestReturns);
    }

    private static async Task<PageOf<ReturnRow>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        await Returned.Page(db.Returns, await request.OverFamilies(db, "customerId", ct), ct);

    private static async Task<OneOf<ReturnView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new ReturnId(id);
        var back = await db.Returns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == key, ct) ?? throw new ResourceNotFound("return", id.ToString());
        return request.Answer(Resource, ReturnView.Of(back), back.Version);
    }

    private static async Task<Created<ReturnSaved>> Request(Guid id, RequestReturn command, ICommandHandler<RequestReturn, ReturnSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command with { Id = id }, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<ReturnSaved>> Approve(Guid id, ICommandHandler<ApproveReturn, ReturnSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ApproveReturn(id), ct));

    private static async Task<Ok<ReturnSaved>> Reject(Guid id, ICommandHandler<RejectReturn, ReturnSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RejectReturn(id), ct));

    private static async Task<Ok<ReturnSaved>> Receive(Guid id, ReceiveReturn command, ICommandHandler<ReceiveReturn, ReturnSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ReturnSaved>> Inspect(Guid id, InspectReturn command, ICommandHandler<InspectReturn, ReturnSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ReturnSaved>> Close(Guid id, ICommandHandler<CloseReturn, ReturnSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new CloseReturn(id), ct));

    private static async Task<Created<OrderSaved>> Exchange(Guid id, ExchangeReturn command, ICommandHandler<ExchangeReturn, OrderSaved> handler, CancellationToken ct)
    {
        var placed = await handler.Handle(command with { Id = id }, ct);
        return TypedResults.Created($"/api/v1/sales-orders/orders/{placed.Id}", placed);
    }
}

internal sealed record ReturnRow(
    Guid Id, Guid OrderId, Guid CustomerId, ReturnState State, string? Reason, DateTimeOffset RequestedAt, DateOnly? ReceivedOn, int Version);

/// <summary>A return with its goods.</summary>
/// <param name="RefundId">What the customer gets for it.</param>
/// <param name="ExchangeOrderId">The order that replaces the goods.</param>
internal sealed record ReturnView(
    Guid Id,
    Guid OrderId,
    Guid CustomerId,
    ReturnState State,
    string? Reason,
    DateTimeOffset RequestedAt,
    DateOnly? ReceivedOn,
    Guid? RefundId,
    Guid? ExchangeOrderId,
    IReadOnlyList<ReturnLineView> Lines,
    int Version)
{
    public static ReturnView Of(GoodsReturn r) => new(
        r.Id.Value, r.OrderId.Value, r.CustomerId, r.State, r.Reason, r.RequestedAt, r.ReceivedOn, r.RefundId?.Value, r.ExchangeOrderId?.Value,
        [.. r.Lines.Select(l => new ReturnLineView(l.LineId, l.ProductId.Value, l.Sku, l.Quantity, l.Received, l.Restocked, l.Scrapped))], r.Version);
}

internal sealed record ReturnLineView(Guid LineId, Guid ProductId, string Sku, int Quantity, int Received, int Restocked, int Scrapped);
