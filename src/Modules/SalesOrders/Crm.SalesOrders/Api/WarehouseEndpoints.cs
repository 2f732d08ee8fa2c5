using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Warehousing;
using Crm.SalesOrders.Domain;
using Crm.SalesOrders.Domain.Channels;
using Crm.SalesOrders.Domain.Warehousing;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

internal static class WarehouseEndpoints
{
    private const string Resource = WarehouseContent.Resource;
    private const string Address = "/api/v1/sales-orders/warehouses";

    private static readonly ListSpec<Warehouse, WarehouseView> List = new ListSpec<Warehouse, WarehouseView>(Resource)
        .Field("code", w => w.Code)
        .Field("name", w => w.Name, sortable: false)
        .Field("country", w => w.Country, sortable: false)
        .Field("isActive", w => w.IsActive, sortable: false)
        .DefaultSort("code")
        .Key(w => w.Id)
        .SearchIn("code", "name")
        .Select(WarehouseView.FromWarehouse);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var warehouses = routes.MapGroup("/warehouses").WithTags("Warehouses");
        warehouses.MapGet("/", Search).WithList(List).Requires(SalesOrdersPermissions.ReadProducts);
        warehouses.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadProducts);
        warehouses.MapPost("/", Open).Requires(StockPermissions.WriteWarehouses);
        warehouses.MapPut("/{id:guid}", Change).Requires(StockPermissions.WriteWarehouses);
        warehouses.MapPatch("/{id:guid}", Patch).Requires(StockPermissions.WriteWarehouses);
    }

    private static Task<PageOf<WarehouseView>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        List.Page(db.Warehouses, request, ct);

    private static async Task<OneOf<WarehouseView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new WarehouseId(id);
        var view = await db.Warehouses.Where(w => w.Id == key).Select(WarehouseView.FromWarehouse).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("warehouse", id.ToString());
        return request.Answer(Resource, view, view.Version);
    }

    private static async Task<Created<WarehouseSaved>> Open(OpenWarehouse command, ICommandHandler<OpenWarehouse, WarehouseSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<WarehouseSaved>> Change(
        Guid id, ChangeWarehouse command, ICommandHandler<ChangeWarehouse, WarehouseSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<WarehouseSaved>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, SalesOrdersDbContext db, ICommandHandler<ChangeWarehouse, WarehouseSaved> handler, CancellationToken ct)
    {
        var key = new WarehouseId(id);
        var warehouse = await db.Warehouses.AsNoTracking().SingleOrDefaultAsync(w => w.Id == key, ct) ?? throw new ResourceNotFound("warehouse", id.ToString());
        var command = unseen.Patched(Resource, patch, ChangeWarehouse.Of(warehouse));
        return TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
    }
}

/// <summary>A warehouse, in a list and alone.</summary>
/// <param name="Channels">Kinds of channels whose orders it may serve, unless the channel names warehouses of its own.</param>
/// <param name="IsActive">Whether goods may come to it and orders be served by it.</param>
internal sealed record WarehouseView(
    Guid Id,
    string Code,
    string Name,
    string? Street,
    string? PostalCode,
    string? City,
    string? Region,
    string? Country,
    IReadOnlyList<ChannelKind> Channels,
    bool IsActive,
    int Version)
{
    public static readonly Expression<Func<Warehouse, WarehouseView>> FromWarehouse = w => new WarehouseView(
        w.Id.Value, w.Code, w.Name, w.Street, w.PostalCode, w.City, w.Region, w.Country, Warehouse.ChannelsOf(w.ChannelMask), w.IsActive, w.Version);
}
