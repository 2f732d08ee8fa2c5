using Crm.BuildingBlocks;
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

/// <summary>Changes of confirmed orders: proposed, looked at, accepted or rejected.</summary>
internal static class OrderChangeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var changes = routes.MapGroup("/orders/{id:guid}/changes").WithTags("Orders");
        changes.MapGet("/", Of).Requires(SalesOrdersPermissions.ReadOrders);
        changes.MapPost("/", Propose).Requires(SalesOrdersPermissions.PlaceOrders);
        changes.MapPost("/{changeId:guid}/approve", Approve).WithSummary("Agree to a change; when everybody has, it can be accepted").Requires(SalesOrdersPermissions.ApproveOrders);
        changes.MapPost("/{changeId:guid}/accept", Accept).Requires(SalesOrdersPermissions.ConfirmOrders);
        changes.MapPost("/{changeId:guid}/reject", Reject).Requires(SalesOrdersPermissions.ConfirmOrders);
    }

    private static async Task<Ok<IReadOnlyList<OrderChangeView>>> Of(Guid id, SalesOrdersDbContext db, CallerContext caller, TimeProvider time, CancellationToken ct)
    {
        var order = (await OrderReads.Find(db, id, ct)).Order.Id;
        var changes = await db.OrderChanges.AsNoTracking().Include(c => c.Holds).Where(c => c.OrderId == order).OrderBy(c => c.ProposedAt).ToListAsync(ct);
        return TypedResults.Ok<IReadOnlyList<OrderChangeView>>(changes.ConvertAll(c => OrderChangeView.Of(c, caller.Caller.Id, time.GetUtcNow())));
    }

    private static async Task<Created<OrderChangeSaved>> Propose(
        Guid id, ProposeOrderChange command, ICommandHandler<ProposeOrderChange, OrderChangeSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command with { Id = id }, ct);
        return TypedResults.Created($"/api/v1/sales-orders/orders/{id}/changes", saved);
    }

    private static async Task<Ok<OrderChangeSaved>> Approve(
        Guid id, Guid changeId, ApproveOrderChange command, ICommandHandler<ApproveOrderChange, OrderChangeSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { OrderId = id, Id = changeId }, ct));

    private static async Task<Ok<OrderSaved>> Accept(Guid id, Guid changeId, ICommandHandler<AcceptOrderChange, OrderSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new AcceptOrderChange(id, changeId), ct));

    private static async Task<Ok<OrderChangeSaved>> Reject(
        Guid id, Guid changeId, RejectOrderChange command, ICommandHandler<RejectOrderChange, OrderChangeSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { OrderId = id, Id = changeId }, ct));
}

/// <param name="Lines">What was asked for.</param>
/// <param name="Difference">What the customer pays more (positive) or less (negative).</param>
/// <param name="Stock">What it takes from the stock or gives back, as it was told.</param>
/// <param name="Approvals">Who has to agree before it can be accepted, and who has.</param>
internal sealed record OrderChangeView(
    Guid Id,
    OrderChangeState State,
    IReadOnlyList<LineWish> Lines,
    Money GrossBefore,
    Money GrossAfter,
    Money Difference,
    IReadOnlyList<StockEffect> Stock,
    string? Reason,
    Guid ProposedBy,
    DateTimeOffset ProposedAt,
    Guid? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? RejectReason,
    IReadOnlyList<HoldView> Approvals,
    int Version)
{
    public static OrderChangeView Of(OrderChange c, Guid caller, DateTimeOffset now) => new(
        c.Id.Value, c.State, c.Lines, Amount(c, c.GrossBefore), Amount(c, c.GrossAfter), Amount(c, c.GrossAfter - c.GrossBefore), c.Stock, c.Reason,
        c.ProposedBy, c.ProposedAt, c.DecidedBy, c.DecidedAt, c.RejectReason,
        [.. c.Holds.OrderBy(h => h.PlacedAt).ThenBy(h => h.Id).Select(h => HoldView.Of(h, caller, now))], c.Version);

    private static Money Amount(OrderChange change, decimal amount) => new Money(amount, change.Currency).Rounded();
}
