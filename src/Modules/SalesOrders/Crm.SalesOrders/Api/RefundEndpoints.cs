using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Money;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class RefundEndpoints
{
    private const string Resource = "refunds";
    private const string Address = "/api/v1/sales-orders/refunds";

    private static readonly ListSpec<Refund, RefundRow> Refunds = new ListSpec<Refund, RefundRow>(Resource)
        .Field("requestedAt", r => r.RequestedAt)
        .Field("state", r => r.State, sortable: false)
        .Field("orderId", r => r.OrderId, sortable: false)
        .Field("customerId", r => r.CustomerId, sortable: false)
        .Field("amount.amount", r => r.Amount, sortable: false)
        .Field("amount.currency", r => r.Currency, sortable: false)
        .DefaultSort("-requestedAt")
        .Key(r => r.Id)
        .Select(r => new RefundRow(
            r.Id.Value, r.OrderId.Value, r.CustomerId, r.State, new Money(r.Credit, r.Currency).Rounded(), new Money(r.Amount, r.Currency).Rounded(),
            r.Reason, r.RequestedAt, r.SettledOn, r.Version));

    public static void Map(IEndpointRouteBuilder routes)
    {
        var refunds = routes.MapGroup("/refunds").WithTags("Refunds");
        refunds.MapGet("/", Search).WithList(Refunds).Requires(SalesOrdersPermissions.ReadOrders);
        refunds.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadOrders);
        refunds.MapPost("/{id:guid}/approve", Approve).Requires(SalesOrdersPermissions.ApproveRefunds);
        refunds.MapPost("/{id:guid}/reject", Reject).Requires(SalesOrdersPermissions.ApproveRefunds);
        refunds.MapPost("/{id:guid}/settle", Settle).Requires(SalesOrdersPermissions.SettleRefunds);
        refunds.MapPost("/{id:guid}/fail", Fail).Requires(SalesOrdersPermissions.SettleRefunds);
        routes.MapPost("/orders/{id:guid}/refunds", Request).WithTags("Refunds").Requires(SalesOrdersPermissions.RequestRefunds);
    }

    private static async Task<PageOf<RefundRow>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        await Refunds.Page(db.Refunds, await request.OverFamilies(db, "customerId", ct), ct);

    private static async Task<OneOf<RefundView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new RefundId(id);
        var refund = await db.Refunds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == key, ct) ?? throw new ResourceNotFound("refund", id.ToString());
        return request.Answer(Resource, RefundView.Of(refund), refund.Version);
    }

    private static async Task<Created<RefundSaved>> Request(Guid id, RequestRefund command, ICommandHandler<RequestRefund, RefundSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command with { Id = id }, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<RefundSaved>> Approve(Guid id, ICommandHandler<ApproveRefund, RefundSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ApproveRefund(id), ct));

    private static async Task<Ok<RefundSaved>> Reject(Guid id, RejectRefund command, ICommandHandler<RejectRefund, RefundSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<RefundSaved>> Settle(Guid id, SettleRefund command, ICommandHandler<SettleRefund, RefundSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<RefundSaved>> Fail(Guid id, FailRefund command, ICommandHandler<FailRefund, RefundSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
}

internal sealed record RefundRow(
    Guid Id,
    Guid OrderId,
    Guid CustomerId,
    RefundState State,
    Money Credit,
    Money Amount,
    string? Reason,
    DateTimeOffset RequestedAt,
    DateOnly? SettledOn,
    int Version);

/// <summary>A refund with what it is given back for.</summary>
/// <param name="Credit">By how much less is owed.</param>
/// <param name="Amount">What is paid back; less than the credit where goods came back that had not been paid.</param>
/// <param name="RequestedBy">Who asked for it and cannot approve it; null where it followed from a return.</param>
/// <param name="ReturnId">The return of goods behind it.</param>
/// <param name="EndReason">Why it was rejected or failed.</param>
internal sealed record RefundView(
    Guid Id,
    Guid OrderId,
    Guid CustomerId,
    RefundState State,
    Money Credit,
    Money Amount,
    string? Reason,
    DateTimeOffset RequestedAt,
    Guid? RequestedBy,
    DateTimeOffset? DecidedAt,
    DateOnly? SettledOn,
    string? EndReason,
    Guid? ReturnId,
    IReadOnlyList<RefundItemView> Items,
    int Version)
{
    public static RefundView Of(Refund r)
    {
        return new RefundView(
            r.Id.Value, r.OrderId.Value, r.CustomerId, r.State, In(r.Credit), In(r.Amount), r.Reason, r.RequestedAt, r.RequestedBy, r.DecidedAt, r.SettledOn, r.EndReason, r.ReturnId,
            [.. r.Items.Select(i => new RefundItemView(i.Kind, i.LineId, i.ProductId?.Value, i.Quantity, In(i.Amount)))], r.Version);

        Money In(decimal amount) => new Money(amount, r.Currency).Rounded();
    }
}

internal sealed record RefundItemView(RefundItemKind Kind, Guid? LineId, Guid? ProductId, int Quantity, Money Amount);
