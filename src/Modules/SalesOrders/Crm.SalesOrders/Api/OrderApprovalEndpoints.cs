using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Approval;
using Crm.SalesOrders.Application.Orders;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>What stands between an order and its confirmation: its quotes, and what it waits for.</summary>
internal static class OrderApprovalEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var order = routes.MapGroup("/orders/{id:guid}").WithTags("Orders");
        order.MapPost("/quote", Quote).Requires(SalesOrdersPermissions.PlaceOrders);
        order.MapGet("/revisions", Revisions).Requires(SalesOrdersPermissions.ReadOrders);
        order.MapGet("/holds", Holds).Requires(SalesOrdersPermissions.ReadOrders);
        order.MapPost("/holds", Hold).Requires(SalesOrdersPermissions.ApproveOrders);
        order.MapPost("/holds/{hold:guid}/release", Release).Requires(SalesOrdersPermissions.ApproveOrders);
        order.MapPost("/approve", Approve).Requires(SalesOrdersPermissions.ApproveOrders);
        order.MapPost("/reject", Reject).Requires(SalesOrdersPermissions.ApproveOrders);
    }

    private static async Task<Ok<OrderSaved>> Quote(Guid id, QuoteOrder command, ICommandHandler<QuoteOrder, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<IReadOnlyList<RevisionView>>> Revisions(Guid id, SalesOrdersDbContext db, CancellationToken ct)
    {
        var order = (await OrderReads.Find(db, id, ct)).Order.Id;
        var revisions = await db.OrderRevisions.AsNoTracking().Where(r => EF.Property<OrderId>(r, "OrderId") == order).OrderBy(r => r.Number).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<RevisionView>>(revisions.ConvertAll(RevisionView.Of));
    }

    private static async Task<Ok<IReadOnlyList<HoldView>>> Holds(Guid id, SalesOrdersDbContext db, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        var order = (await OrderReads.Find(db, id, ct)).Order.Id;
        var holds = await db.Holds.AsNoTracking().Where(h => EF.Property<OrderId>(h, "OrderId") == order).OrderBy(h => h.PlacedAt).ThenBy(h => h.Id).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<HoldView>>(holds.ConvertAll(h => HoldView.Of(h, caller.Caller.Id, time.GetUtcNow())));
    }

    private static async Task<Ok<OrderHeld>> Hold(Guid id, HoldOrder command, ICommandHandler<HoldOrder, OrderHeld> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<OrderSaved>> Release(
        Guid id, Guid hold, ReleaseHold command, ICommandHandler<ReleaseHold, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id, HoldId = hold }, ct));

    private static async Task<Ok<OrderSaved>> Approve(Guid id, ApproveOrder command, ICommandHandler<ApproveOrder, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<OrderSaved>> Reject(Guid id, RejectOrder command, ICommandHandler<RejectOrder, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
}
