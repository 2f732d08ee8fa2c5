using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Requests;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Attachments;
using Crm.BuildingBlocks.Hosting.Operations;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Checking;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Crm.SalesOrders.Api;

internal static class OrderEndpoints
{
    private const string Address = "/api/v1/sales-orders/orders";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var orders = routes.MapGroup("/orders").WithTags("Orders");
        orders.MapGet("/", OrderReads.Search).WithList(OrderReads.List).Requires(SalesOrdersPermissions.ReadOrders);
        orders.MapGet("/{id:guid}", OrderReads.Get).Requires(SalesOrdersPermissions.ReadOrders);
        orders.MapGet("/{id:guid}/transitions", OrderReads.Transitions).Requires(SalesOrdersPermissions.ReadOrders);
        orders.MapPost("/", Place).Requires(SalesOrdersPermissions.PlaceOrders);
        orders.MapPost("/batch", Batch).Requires(SalesOrdersPermissions.PlaceOrders);
        orders.MapPut("/{id:guid}", Change).Requires(SalesOrdersPermissions.PlaceOrders);
        orders.MapPatch("/{id:guid}", Patch).Requires(SalesOrdersPermissions.PlaceOrders);
        orders.MapPut("/by-ref/{system}/{externalId}", Upsert).Requires(SalesOrdersPermissions.PlaceOrders).WithoutIfMatch();
        orders.MapPost("/by-ref/batch", Take).WithSummary("Orders of a channel, each made or changed by its key there; send with onError=skip, in any order, as often as it takes")
            .Requires(SalesOrdersPermissions.PlaceOrders);
        orders.MapDelete("/{id:guid}", Delete).Requires(SalesOrdersPermissions.PlaceOrders);
        orders.MapPost("/{id:guid}/submit", Submit).Requires(SalesOrdersPermissions.PlaceOrders);
        orders.MapPost("/{id:guid}/withdraw", Withdraw).Requires(SalesOrdersPermissions.PlaceOrders);
        orders.MapPost("/{id:guid}/confirm", Confirm).Requires(SalesOrdersPermissions.ConfirmOrders);
        orders.MapPost("/{id:guid}/ship", Ship).Requires(SalesOrdersPermissions.ShipOrders);
        orders.MapPost("/{id:guid}/pay", Pay).Requires(SalesOrdersPermissions.RecordPayments);
        orders.MapPost("/{id:guid}/close", Close).WithSummary("End an order of which the rest will not come").Requires(SalesOrdersPermissions.CancelOrders);
        orders.MapPost("/{id:guid}/archive", Archive).WithSummary("Put an ended order away: lists leave it out").Requires(SalesOrdersPermissions.CancelOrders);
        orders.MapPost("/{id:guid}/unarchive", Unarchive).Requires(SalesOrdersPermissions.CancelOrders);
        orders.MapPost("/{id:guid}/cancel", Cancel).Requires(SalesOrdersPermissions.CancelOrders);
        orders.MapAttachments<SalesOrdersDbContext, Order>(SalesOrdersPermissions.ReadOrders, SalesOrdersPermissions.PlaceOrders, One, personOf: o => o.CustomerId);
    }

    public static void MapAdmin(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/orders/{id:guid}/restore", Restore).WithTags("Orders").Requires(SalesOrdersPermissions.Administer);
        routes.MapPost("/orders/check", Check).WithTags("Orders").WithSummary("Recompute all orders").Requires(SalesOrdersPermissions.CheckOrders);
    }

    private static async Task<AcceptedOperation> Check(ICommandHandler<StartOrderCheck, OperationId> handler, CancellationToken ct) =>
        Operations.Accepted(await handler.Handle(new StartOrderCheck(), ct));

    private static async Task<Created<OrderSaved>> Place(PlaceOrder command, ICommandHandler<PlaceOrder, OrderSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static Task<BatchResult<OrderSaved>> Batch(
        BatchRequest<PlaceOrder> batch, BatchRunner runner, ICommandHandler<PlaceOrder, OrderSaved> handler, CancellationToken ct) =>
        runner.Run(batch, handler, ct);

    private static Task<BatchResult<OrderUpserted>> Take(
        BatchRequest<TakeOrder> batch, BatchRunner runner, ICommandHandler<TakeOrder, OrderUpserted> handler, CancellationToken ct) =>
        runner.Run(batch, handler, ct);

    private static async Task<Ok<OrderSaved>> Change(Guid id, ChangeDraft command, ICommandHandler<ChangeDraft, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<OrderSaved>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, SalesOrdersDbContext db, ICommandHandler<ChangeDraft, OrderSaved> handler, CancellationToken ct)
    {
        var command = unseen.Patched(OrderContent.Resource, patch, ChangeDraft.Of((await OrderReads.Find(db, id, ct)).Order));
        return TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
    }

    private static async Task<Results<Ok<OrderSaved>, Created<OrderSaved>>> Upsert(
        string system, string externalId, UpsertOrder command, ICommandHandler<UpsertOrder, OrderUpserted> handler, CancellationToken ct)
    {
        var upserted = await handler.Handle(command with { Ref = new ExternalRef(system, externalId) }, ct);
        return upserted.WasCreated ? TypedResults.Created($"{Address}/{upserted.Order.Id}", upserted.Order) : TypedResults.Ok(upserted.Order);
    }

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeleteDraft, OrderSaved> handler, CancellationToken ct)
    {
        await handler.Handle(new DeleteDraft(id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<OrderSaved>> Submit(Guid id, ICommandHandler<SubmitOrder, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new SubmitOrder(id), ct));

    private static async Task<Ok<OrderSaved>> Withdraw(Guid id, ICommandHandler<WithdrawOrder, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new WithdrawOrder(id), ct));

    private static async Task<Ok<OrderSaved>> Confirm(
        Guid id, string? priceHash, ICommandHandler<ConfirmOrder, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ConfirmOrder(id, priceHash), ct));

    private static async Task<Ok<OrderShipped>> Ship(Guid id, ShipOrder command, ICommandHandler<ShipOrder, OrderShipped> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<PaymentRecorded>> Pay(
        Guid id, RecordPayment command, ICommandHandler<RecordPayment, PaymentRecorded> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<OrderSaved>> Cancel(Guid id, CancelOrder command, ICommandHandler<CancelOrder, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<OrderSaved>> Close(Guid id, CloseOrder command, ICommandHandler<CloseOrder, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<OrderSaved>> Archive(Guid id, ICommandHandler<ArchiveOrder, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ArchiveOrder(id, IsArchived: true), ct));

    private static async Task<Ok<OrderSaved>> Unarchive(Guid id, ICommandHandler<ArchiveOrder, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ArchiveOrder(id, IsArchived: false), ct));

    private static async Task<Ok<OrderSaved>> Restore(Guid id, ICommandHandler<RestoreDraft, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new RestoreDraft(id), ct));

    private static IQueryable<Order> One(SalesOrdersDbContext db, Guid id)
    {
        var key = new OrderId(id);
        return db.Orders.Where(o => o.Id == key);
    }
}
