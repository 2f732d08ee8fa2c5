using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.BuildingBlocks.Hosting.Pipeline;
using Crm.SalesOrders.Application;
using Crm.SalesOrders.Application.Catalogue;
using Crm.SalesOrders.Domain.Catalogue;
using Crm.SalesOrders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Crm.SalesOrders.Api;

/// <summary>What quantities of products count.</summary>
internal static class UnitEndpoints
{
    private const string Resource = "units";
    private const string Address = "/api/v1/sales-orders/units";

    private static readonly ListSpec<UnitOfMeasure, UnitView> List = new ListSpec<UnitOfMeasure, UnitView>(Resource)
        .Field("code", u => u.Code)
        .DefaultSort("code")
        .Key(u => u.Id)
        .SearchIn("code")
        .Select(UnitView.FromUnit);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var units = routes.MapGroup("/units").WithTags("Products");
        units.MapGet("/", Search).WithList(List).Requires(SalesOrdersPermissions.ReadProducts);
        units.MapGet("/{id:guid}", Get).Requires(SalesOrdersPermissions.ReadProducts);
        units.MapPost("/", Add).Requires(SalesOrdersPermissions.WriteProducts);
        units.MapPut("/{id:guid}", Change).Requires(SalesOrdersPermissions.WriteProducts);
        units.MapDelete("/{id:guid}", Delete).Requires(SalesOrdersPermissions.WriteProducts);
    }

    private static Task<PageOf<UnitView>> Search(ListRequest request, SalesOrdersDbContext db, CancellationToken ct) => List.Page(db.UnitsOfMeasure, request, ct);

    private static async Task<OneOf<UnitView>> Get(Guid id, OneRequest request, SalesOrdersDbContext db, CancellationToken ct)
    {
        var key = new UnitOfMeasureId(id);
        var view = await db.UnitsOfMeasure.Where(u => u.Id == key).Select(UnitView.FromUnit).SingleOrDefaultAsync(ct) ?? throw new ResourceNotFound("unit", id.ToString());
        return request.Answer(Resource, view, view.Version);
    }

    private static async Task<Created<UnitSaved>> Add(AddUnit command, ICommandHandler<AddUnit, UnitSaved> handler, CancellationToken ct)
    {
        var saved = await handler.Handle(command, ct);
        return TypedResults.Created($"{Address}/{saved.Id}", saved);
    }

    private static async Task<Ok<UnitSaved>> Change(Guid id, ChangeUnit command, ICommandHandler<ChangeUnit, UnitSaved> handler, CancellationToken ct) =>
        TypedResults.Ok(await handler.Handle(command with { Id = id }, ct));

    private static async Task<NoContent> Delete(Guid id, ICommandHandler<DeleteUnit, UnitSaved> handler, CancellationToken ct)
    {
        await handler.Handle(new DeleteUnit(id), ct);
        return TypedResults.NoContent();
    }
}

/// <summary>A unit of measure, in a list and alone.</summary>
/// <param name="Code">Products name it by this.</param>
internal sealed record UnitView(Guid Id, string Code, Phrase Names, int Version)
{
    public static readonly Expression<Func<UnitOfMeasure, UnitView>> FromUnit = u => new UnitView(u.Id.Value, u.Code, new Phrase(u.Name, u.NameChinese), u.Version);
}
