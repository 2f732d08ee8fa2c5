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

internal static class ReservationEndpoints
{
    private const string Resource = "reservations";
    private const string Address = "/api/v1/sales-orders/reservations";

    private static readonly ListSpec<Reservation, ReservationView> List = new ListSpec<Reservation, ReservationView>(Resource)
        .Field("expiresAt", r => r.ExpiresAt)
        .Field("state", r => r.State, sortable: false)
        .Field("warehouse", r => r.Warehouse, sortable: false)
        .Field("reference", r => r.Reference, sortable: false)
        .DefaultSort("expiresAt")
        .Key(r => r.Id)
        .Select(ReservationView.FromReservation);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var reservations = routes.MapGroup("/reservations").WithTags("Reservations");
        reservations.MapGet("/", Search).WithList(List).Requires(StockPermissions.Reserve);
        reservations.MapGet("/{id:guid}", Get).Requires(StockPermissions.Reserve);
        reservations.MapPost("/", Reserve).Requires(StockPermissions.Reserve);
        reservations.MapPost("/{id:guid}/extend", Extend).Requires(StockPermissions.Reserve);
        reservations.MapPost("/{id:guid}/release", Release).Requires(StockPermissions.Reserve);
    }

    private static Task<PageOf<ReservationView>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        List.Page(db.Reservations, request, ct);

    private static async Task<OneOf<ReservationView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new ReservationId(id);
        var view = await db.Reservations.Where(r => r.Id == key).Select(ReservationView.FromReservation).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("reservation", id.ToString());
        return request.Answer(Resource, view, view.Version);
    }

    private static async Task<Created<ReservationSaved>> Reserve(ReserveStock command, ICommandHandler<ReserveStock, ReservationSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<ReservationSaved>> Extend(
        Guid id, ExtendReservation command, ICommandHandler<ExtendReservation, ReservationSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<ReservationSaved>> Release(Guid id, ICommandHandler<ReleaseReservation, ReservationSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(new ReleaseReservation(id), ct));
}

/// <param name="Id">An order names it.</param>
/// <param name="Warehouse">Where.</param>
/// <param name="OwnerId">Who made it.</param>
/// <param name="CustomerId">For whose orders alone it is; null: for those of any customer.</param>
/// <param name="Reference">What it is for.</param>
/// <param name="State">Whether the units are kept, and else why not.</param>
/// <param name="MadeAt">When.</param>
/// <param name="ExpiresAt">Until then the units are kept.</param>
/// <param name="EndedAt">When they were given to an order or back to everybody.</param>
/// <param name="Lines">What is kept.</param>
/// <param name="Version">Of the reservation.</param>
internal sealed record ReservationView(
    Guid Id,
    string Warehouse,
    Guid? OwnerId,
    Guid? CustomerId,
    string? Reference,
    ReservationState State,
    DateTimeOffset MadeAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<ReservationLineView> Lines,
    int Version)
{
    public static readonly Expression<Func<Reservation, ReservationView>> FromReservation = r => new ReservationView(
        r.Id.Value, r.Warehouse, r.OwnerId, r.CustomerId, r.Reference, r.State, r.MadeAt, r.ExpiresAt, r.EndedAt,
        r.Lines.Select(l => new ReservationLineView(l.ProductId.Value, l.Sku, l.Quantity)).ToList(), r.Version);
}

internal sealed record ReservationLineView(Guid ProductId, string Sku, int Quantity);
