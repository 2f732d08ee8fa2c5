using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Crm.BuildingBlocks.Hosting.Api.Writing;
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

internal static class SupplierEndpoints
{
    private const string Resource = SupplierContent.Resource;
    private const string Address = "/api/v1/sales-orders/suppliers";

    private static readonly ListSpec<Supplier, SupplierView> List = new ListSpec<Supplier, SupplierView>(Resource)
        .Field("code", s => s.Code)
        .Field("name", s => s.Name)
        .Field("country", s => s.Country, sortable: false)
        .Field("isActive", s => s.IsActive, sortable: false)
        .DefaultSort("code")
        .Key(s => s.Id)
        .SearchIn("code", "name")
        .Select(SupplierView.FromSupplier);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var suppliers = routes.MapGroup("/suppliers").WithTags("Suppliers");
        suppliers.MapGet("/", Search).WithList(List).Requires(SupplyPermissions.Read);
        suppliers.MapGet("/{id:guid}", Get).Requires(SupplyPermissions.Read);
        suppliers.MapPost("/", Add).Requires(SupplyPermissions.Write);
        suppliers.MapPut("/{id:guid}", Change).Requires(SupplyPermissions.Write);
        suppliers.MapPatch("/{id:guid}", Patch).Requires(SupplyPermissions.Write);
    }

    private static Task<PageOf<SupplierView>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) =>
        List.Page(db.Suppliers, request, ct);

    private static async Task<OneOf<SupplierView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new SupplierId(id);
        var view = await db.Suppliers.Where(s => s.Id == key).Select(SupplierView.FromSupplier).SingleOrDefaultAsync(ct)
            ?? throw new ResourceNotFound("supplier", id.ToString());
        return request.Answer(Resource, view, view.Version);
    }

    private static async Task<Created<SupplierSaved>> Add(AddSupplier command, ICommandHandler<AddSupplier, SupplierSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<SupplierSaved>> Change(
        Guid id, ChangeSupplier command, ICommandHandler<ChangeSupplier, SupplierSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<Ok<SupplierSaved>> Patch(
        Guid id, MergePatch patch, UnseenFields unseen, SalesOrdersDbContext db, ICommandHandler<ChangeSupplier, SupplierSaved> handler, CancellationToken ct)
    {
        var key = new SupplierId(id);
        var supplier = await db.Suppliers.AsNoTracking().SingleOrDefaultAsync(s => s.Id == key, ct) ?? throw new ResourceNotFound("supplier", id.ToString());
        var command = unseen.Patched(Resource, patch, ChangeSupplier.Of(supplier));
        return TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));
    }
}

/// <summary>A supplier, in a list and alone.</summary>
/// <param name="LeadTimeDays">Days from ordering to arrival, where an item does not say otherwise.</param>
internal sealed record SupplierView(
    Guid Id,
    string Code,
    string Name,
    string? Country,
    string Currency,
    int LeadTimeDays,
    bool IsActive,
    IReadOnlyList<SupplierContent.Item> Items,
    int Version)
{
    public static readonly Expression<Func<Supplier, SupplierView>> FromSupplier = s => new SupplierView(
        s.Id.Value, s.Code, s.Name, s.Country, s.Currency, s.LeadTimeDays, s.IsActive,
        s.Items.OrderBy(i => i.Sku).Select(i => new SupplierContent.Item(i.Sku, i.SupplierSku, i.LeadTimeDays, i.UnitCost, i.MinimumQuantity)).ToList(), s.Version);
}
