using System.Linq.Expressions;
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

internal static class TransferEndpoints
{
    private const string Resource = "stock-transfers";
    private const string Address = "/api/v1/sales-orders/stock-transfers";

    private static readonly ListSpec<StockTransfer, TransferView> List = new ListSpec<StockTransfer, TransferView>(Resource)
        .Field("number", t => t.Number)
        .Field("state", t => t.State, sortable: false)
        .Field("from", t => t.From, sortable: false)
        .Field("to", t => t.To, sortable: false)
        .Field("expectedOn", t => t.ExpectedOn, sortable: false)
        .DefaultSort("-number")
        .Key(t => t.Id)
        .Select(TransferView.FromTransfer);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var transfers = routes.MapGroup("/stock-transfers").WithTags("Stock transfers");
        transfers.MapGet("/", Search).WithList(List).Requires(SalesOrdersPermissions.ReadProducts);
        transfers.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadProducts);
        transfers.MapPost("/", Send).Requires(SalesOrdersPermissions.WriteStock);
        transfers.MapPost("/{id:guid}/receive", Receive).Requires(SalesOrdersPermissions.WriteStock);
        transfers.MapPost("/{id:guid}/turn-back", TurnBack).Requires(SalesOrdersPermissions.WriteStock);
    }

    private static Task<PageOf<TransferView>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        List.Page(db.StockTransfers, request, ct);

    private static async Task<OneOf<TransferView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new StockTransferId(id);
        var view = await db.StockTransfers.Where(t => t.Id == key).Select(TransferView.FromTransfer).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("stock-transfer", id.ToString());
        return request.Answer(Resource, view, view.Version);
    }

    private static async Task<Created<TransferSaved>> Send(SendTransfer command, ICommandHandler<SendTransfer, TransferSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<TransferSaved>> Receive(
        Guid id, ReceiveTransfer command, ICommandHandler<ReceiveTransfer, TransferSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<TransferSaved>> TurnBack(Guid id, ICommandHandler<TurnBackTransfer, TransferSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new TurnBackTransfer(id), ct));
}

/// <summary>Goods on their way from one warehouse to another.</summary>
internal sealed record TransferView(
    Guid Id,
    string Number,
    string From,
    string To,
    TransferState State,
    DateOnly SentOn,
    DateOnly ExpectedOn,
    DateTimeOffset RecordedAt,
    string? Note,
    IReadOnlyList<TransferLineView> Lines,
    int Version)
{
    public static readonly Expression<Func<StockTransfer, TransferView>> FromTransfer = t => new TransferView(
        t.Id.Value, t.Number, t.From, t.To, t.State, t.SentOn, t.ExpectedOn, t.RecordedAt, t.Note,
        t.Lines.Select(l => new TransferLineView(l.ProductId.Value, l.Sku, l.Quantity, l.Received, l.Returned, l.Quantity - l.Received - l.Returned)).ToList(), t.Version);
}

/// <param name="ProductId">Which product.</param>
/// <param name="Sku">Its number.</param>
/// <param name="Quantity">Units that were sent.</param>
/// <param name="Received">Units that arrived.</param>
/// <param name="Returned">Units that went back.</param>
/// <param name="InTransit">Units that are neither here nor there.</param>
internal sealed record TransferLineView(Guid ProductId, string Sku, int Quantity, int Received, int Returned, int InTransit);
